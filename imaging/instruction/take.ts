import { besideLast } from "./beside-last.ts";
import { keepsRemoved, removesKept } from "./contradiction.ts";
import type { Draft } from "./draft.ts";
import { inItsPlace, putBack } from "./in-its-place.ts";
import { keptOut } from "./kept-out.ts";
import { ofSameThing } from "./of-same-thing.ts";
import { fold } from "./phrase/fold.ts";
import { type Phrase, wordsOf } from "./phrase/phrase.ts";
import type { Reading } from "./reading.ts";
import { restOfType } from "./rest-of-type.ts";
import { saidAnew } from "./second-thoughts.ts";
import { opposes, takeBorderWidth, takeMargins, takeOperations, takePlace } from "./take-operations.ts";
import { takeStyle } from "./take-style.ts";
import { styledInTurn } from "./takes-style.ts";
import { withinSame } from "./within-same.ts";

/** The folded words with what was quoted put back. */
const keyOf = (clause: Phrase): string => fold(wordsOf(clause));

/** Takes one clause's reading into the draft. */
export function take(draft: Draft, said: Reading, clause: Phrase): void {
  const count = draft.operations.length;
  const { taken } = draft;
  const reading = saidAnew(taken, said, clause);
  if ((reading.does === "operate" || reading.does === "style") && reading.doubt !== undefined)
    draft.doubt ??= { reason: reading.doubt, words: wordsOf(clause) };
  if (reading.does !== "remark") draft.taken = undefined;
  if (reading.does === "operate") {
    const before = draft.operations.at(-1);
    const operations = besideLast(
      before,
      inItsPlace(before, restOfType(before, ofSameThing(before, reading.operations, clause)), clause),
      clause,
    );
    if (opposes(draft, operations) || operations.some((op) => draft.keeps.some((wish) => removesKept(op, wish))))
      draft.doubt ??= { reason: "contradiction", words: wordsOf(clause) };
    const same = count > draft.earlier ? (withinSame(before, operations, clause) ?? putBack(before, operations, clause)) : undefined;
    if (same === undefined) takeOperations(draft, operations);
    else draft.operations.splice(-1, 1, same);
  } else if (reading.does === "style") takeStyle(draft, reading, clause);
  else if (reading.does === "styles") {
    const styled = styledInTurn(draft.operations.slice(draft.earlier), reading.styles);
    if (styled === undefined) draft.doubt ??= { reason: "unclear", words: wordsOf(clause) };
    else draft.operations.splice(draft.earlier, draft.operations.length, ...styled);
  } else if (reading.does === "place") takePlace(draft, reading);
  else if (reading.does === "borderWidth") takeBorderWidth(draft, reading);
  else if (reading.does === "margins") takeMargins(draft, reading, clause);
  else if (reading.does === "keep") {
    draft.kept = true;
    draft.keeps.push(keyOf(clause));
    // 删掉底部文字，等等，电话留着: what was taken back stands, but for what is to stay.
    const now = [...draft.operations.slice(draft.earlier), ...(taken === undefined ? [] : [taken])];
    const left = keptOut(now, clause);
    const kept = taken !== undefined && left.at(-1) === taken ? left.slice(0, -1) : left;
    draft.operations.splice(draft.earlier, draft.operations.length, ...kept);
    if (draft.operations.some((op) => keepsRemoved(op, keyOf(clause)))) draft.doubt ??= { reason: "contradiction", words: wordsOf(clause) };
  } else if (reading.does === "instead") draft.operations.splice(-1, 1, ...reading.operations);
  else if (reading.does === "retract")
    draft.taken = taken ?? (draft.operations.length > draft.earlier ? draft.operations.pop() : undefined);
  else if (reading.does === "remark") draft.remark = wordsOf(clause);
  else draft.doubt ??= { reason: reading.doubt, words: wordsOf(clause) };
  draft.open = reading.does === "operate" && reading.open === true ? clause : undefined;
  draft.openCount = draft.operations.length - count;
}
