import type { Operation } from "../../protocol/plan.ts";
import type { Phrase } from "./phrase/phrase.ts";
import { operation } from "./reading.ts";

const IN_ITS_PLACE =
  /原位置?|原处|原来的?(?:位置|地方)|同样?的?(?:位置|地方)|那个位置|\b(?:in its (?:place|spot)|in the same (?:place|spot|position)|in (?:that|the) (?:spot|place)|there instead|where it was)\b/;

/** 把“A”删掉，在原位置写“B”: the one in the place of the other. */
export function putBack(before: Operation | undefined, [op, ...others]: readonly Operation[], { key }: Phrase): Operation | undefined {
  if (before?.kind !== "text.remove" || op?.kind !== "text.add" || others.length > 0 || !IN_ITS_PLACE.test(key)) return undefined;
  const { target, where, nth, text } = before;
  return operation("text.replace", { target, where, nth, text: { ...text, to: op.text?.to }, style: op.style });
}

/** 删掉右下角的二维码，在原位置加“敬请期待”: what is new stands where the old one stood. */
export function inItsPlace(before: Operation | undefined, operations: readonly Operation[], { key }: Phrase): readonly Operation[] {
  const where = before?.kind.endsWith(".remove") === true && IN_ITS_PLACE.test(key) ? before.where : undefined;
  return where === undefined
    ? operations
    : operations.map((op) => (op.kind.endsWith(".add") && op.where === undefined ? { ...op, where } : op));
}
