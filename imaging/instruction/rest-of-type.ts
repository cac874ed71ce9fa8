import type { Operation } from "../../protocol/plan.ts";

const ELSE = /^(?:everything|all|anything)(?: the)? else$|^the (?:rest|others?)$|^(?:其[余他它]|别|剩下)的?$/;

/** "make SALE larger and everything else smaller": behind type the rest is type too. */
export const restOfType = (before: Operation | undefined, operations: readonly Operation[]): readonly Operation[] =>
  before?.kind !== "text.restyle"
    ? operations
    : operations.map((op) =>
        op.kind === "object.modify" && op.style?.sizeFactor !== undefined && ELSE.test(op.target ?? "")
          ? { ...op, kind: "text.restyle" as const }
          : op,
      );
