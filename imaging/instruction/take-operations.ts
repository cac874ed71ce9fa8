import type { Operation } from "../../protocol/plan.ts";
import { contradicts } from "./contradiction.ts";
import type { Draft } from "./draft.ts";
import { toneProperty } from "./of-same-thing.ts";
import { type Phrase, wordsOf } from "./phrase/phrase.ts";
import { operation, type Reading } from "./reading.ts";
import { withMargin } from "./style/margin.ts";

export function takePlace(draft: Draft, reading: Extract<Reading, { does: "place" }>): void {
  const last = draft.operations.length - 1;
  const before = draft.operations[last];
  if (before === undefined) draft.pending = reading;
  else if (before.kind.endsWith(".add"))
    draft.operations[last] = { ...before, where: reading.where, ...(reading.value === undefined ? {} : { value: reading.value }) };
  else
    draft.operations.push(
      operation("object.move", {
        target: before.text?.to ?? before.text?.from ?? before.target,
        where: reading.where,
        value: reading.value,
      }),
    );
}

/** 抠图，去掉背景 is one wish said twice, as is "too dark, make it brighter": the later wording stands. */
function repeats(before: Operation | undefined, op: Operation): boolean {
  if (before === undefined || op.kind.startsWith("text.")) return false;
  // Cut out and put on a new ground: the new ground says both.
  if (before.kind === "background.remove" && op.kind.startsWith("background.")) return true;
  const property = toneProperty(before);
  return (
    JSON.stringify(before) === JSON.stringify(op) ||
    (property !== undefined && property === toneProperty(op) && before.target === op.target)
  );
}

export function takeOperations(draft: Draft, operations: readonly Operation[]): void {
  const { pending } = draft;
  const [first] = operations;
  const toned = draft.operations.at(-1);
  // 天空太暗了，调亮一些: the second wording speaks of the thing the first named.
  const same =
    toned?.target !== undefined &&
    first?.target === undefined &&
    toneProperty(toned) !== undefined &&
    toneProperty(toned) === toneProperty(first ?? toned);
  if (same && first !== undefined && operations.length === 1 && draft.operations.length > draft.earlier) {
    draft.operations.splice(-1, 1, { ...first, target: toned.target, ...(toned.where === undefined ? {} : { where: toned.where }) });
    return;
  }
  const said = first === undefined ? -1 : draft.operations.findLastIndex((op) => repeats(op, first));
  // Only within the run of tone wishes, or right before: "remove it, add B, remove it" is three orders.
  const between = draft.operations.slice(said + 1);
  if (said >= 0 && between.every((op) => op.kind === "tone.adjust")) draft.operations.splice(said, 1);
  draft.operations.push(
    ...operations.map((op) => (pending === undefined || op.where !== undefined ? op : { ...op, where: pending.where })),
  );
  draft.pending = undefined;
}

/** Within one round only: a later round may well take back what an earlier one asked. */
export const opposes = ({ operations, earlier }: Draft, next: readonly Operation[]): boolean =>
  operations.slice(earlier).some((before) => next.some((op) => contradicts(before, op)));

export function takeBorderWidth(draft: Draft, { value }: Extract<Reading, { does: "borderWidth" }>): void {
  const before = draft.operations.pop();
  if (before !== undefined) draft.operations.push({ ...before, value });
}

/** 右下角加“A”，半透明，边距2%: of what was put there, whatever has been said of its look since. */
export function takeMargins(draft: Draft, { margins }: Extract<Reading, { does: "margins" }>, clause: Phrase): void {
  const last = draft.operations.at(-1);
  const styled = last?.kind === "text.restyle" ? last.text?.from : undefined;
  // Moved, then made smaller: the margin is that of the place.
  const sized = last?.kind === "object.modify" ? last.target : undefined;
  const at =
    styled !== undefined
      ? draft.operations.findLastIndex(({ text }) => text?.to === styled)
      : sized !== undefined
        ? draft.operations.findLastIndex(({ kind, target }) => kind === "object.move" && target === sized)
        : draft.operations.length - 1;
  const placed = draft.operations[at];
  const moved = placed === undefined ? undefined : withMargin(placed, margins);
  if (moved === undefined) draft.doubt ??= { reason: "unclear", words: wordsOf(clause) };
  else draft.operations[at] = moved;
}
