import type { EditRequest } from "../../protocol/edit.ts";
import { emendError, err, ok, type Result } from "../../protocol/errors.ts";
import { LIMITS } from "../../protocol/limits.ts";
import type { Operation } from "../../protocol/plan.ts";
import type { Change } from "./drafts.ts";
import { rivalsOf, territoryOf, whereOf } from "./rivals.ts";
import type { Source } from "./ui-state.ts";

export interface Wish {
  readonly source: Source;
  readonly changes: readonly Change[];
  readonly instruction: string;
  /** What the instruction was understood as; needed only where rows changed too. */
  readonly planned: readonly Operation[];
  readonly seed: number | undefined;
}

/** A change alone can say its place by the request's region; one among several needs words for it. */
const isAlone = ({ changes, planned }: Wish): boolean => changes.length === 1 && planned.length === 0;

function operationOf(wish: Wish, { index, from, to }: Change): Operation {
  const inWords = !isAlone(wish) && rivalsOf(wish.source, index).length > 0;
  const where = inWords ? { where: whereOf(wish.source, index) } : {};
  return to === "" ? { kind: "text.remove", text: { from }, ...where } : { kind: "text.replace", text: { from, to }, ...where };
}

function regionOf(wish: Wish): Pick<EditRequest, "region"> {
  const [only] = wish.changes;
  if (!only || !isAlone(wish) || rivalsOf(wish.source, only.index).length === 0) return {};
  return { region: territoryOf(wish.source, only.index) };
}

/**
 * Builds the one record that determines the edit. Row edits become explicit operations: `from` is the found string exactly, an
 * emptied row removes its text, and where other texts read alike the place is said too.
 * Error codes: `empty_instruction`, `bad_request` (too many changes at once).
 */
export function buildRequest(wish: Wish): Result<EditRequest> {
  const { source, changes, instruction, planned, seed } = wish;
  const base = { source: source.sha256, ...(seed !== undefined && { seed }) };
  if (changes.length === 0) {
    return instruction === "" ? err(emendError("empty_instruction", "There is nothing to do yet.")) : ok({ ...base, instruction });
  }
  const operations = [...changes.map((change) => operationOf(wish, change)), ...planned];
  if (operations.length > LIMITS.operations) {
    return err(emendError("bad_request", `At most ${LIMITS.operations} changes go into one edit; there are ${operations.length}.`));
  }
  return ok({ ...base, operations, ...regionOf(wish) });
}

const LABEL_CHARS = 60;
const shorten = (text: string): string => (text.length > LABEL_CHARS ? `${text.slice(0, LABEL_CHARS - 1)}…` : text);

/** What was asked, in a few words of the person: `¥199 → ¥169 +2`, or the instruction. */
export function labelOf({ changes, instruction }: Pick<Wish, "changes" | "instruction">): string {
  const [first, ...rest] = changes;
  if (!first) return shorten(instruction);
  const more = rest.length + (instruction === "" ? 0 : 1);
  return `${shorten(`${first.from} → ${first.to || "∅"}`)}${more > 0 ? ` +${more}` : ""}`;
}
