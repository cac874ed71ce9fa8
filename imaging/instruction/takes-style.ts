import type { Operation, StyleWish } from "../../protocol/plan.ts";

/** Kinds a wish about looks behind them speaks of. */
export const TAKES_STYLE: ReadonlySet<Operation["kind"]> = new Set([
  "text.replace",
  "text.add",
  "text.restyle",
  "object.replace",
  "object.modify",
  "object.recolour",
  "object.add",
  "border.add",
]);

/** A size in pixels takes the place of the step that a word such as 小字 stood for. */
export function withStyle(op: Operation, style: StyleWish): Operation {
  const { sizeFactor, ...others } = op.style ?? {};
  const before = style.size !== undefined || sizeFactor === undefined ? others : { ...others, sizeFactor };
  return { ...op, style: { ...before, ...style } };
}

/** 颜色分别是蓝色和红色: each of the last operations in its own style; `undefined` where there are not as many. */
export function styledInTurn(operations: readonly Operation[], styles: readonly StyleWish[]): readonly Operation[] | undefined {
  const rest = operations.slice(0, -styles.length);
  const last = operations.slice(-styles.length);
  if (last.length < styles.length || !last.every(({ kind }) => TAKES_STYLE.has(kind))) return undefined;
  return [...rest, ...last.map((op, i) => withStyle(op, styles[i] ?? {}))];
}
