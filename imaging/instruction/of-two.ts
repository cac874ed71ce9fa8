import { type Draft, emptyDraft } from "./draft.ts";
import { type Phrase, without } from "./phrase/phrase.ts";
import { readClause } from "./read-clause.ts";
import { take } from "./take.ts";

const FORMER = /^(?:the )?former(?: (?:one|should be|must be|is|in|gets|to be|also))*\s+(?=\S)|^前者(?:的|要|用|是|则|也|改成|变成)*(?=.)/u;
const LATTER = /^(?:the )?latter(?: (?:one|should be|must be|is|in|gets|to be|also))*\s+(?=\S)|^后者(?:的|要|用|是|则|也|改成|变成)*(?=.)/u;

/** 前者加粗，后者斜体: a wish for one of the two that were spoken of last. Whether the clause was one. */
export function takeOfTwo(draft: Draft, clause: Phrase): boolean {
  const back = FORMER.test(clause.key) ? 2 : LATTER.test(clause.key) ? 1 : undefined;
  const at = draft.operations.length - (back ?? 0);
  const op = draft.operations[at];
  if (back === undefined || op === undefined || draft.operations.length - draft.earlier < 2) return false;
  const rest = without(clause, back === 2 ? FORMER : LATTER);
  const reading = readClause(rest, op);
  if (reading?.does !== "style" || reading.target !== undefined) return false;
  const one = emptyDraft();
  one.operations.push(op);
  take(one, { ...reading, bare: false }, rest);
  draft.operations.splice(at, 1, ...one.operations);
  draft.doubt ??= one.doubt;
  return true;
}
