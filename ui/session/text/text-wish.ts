import { emendError, err, ok, type Result } from "../../../protocol/errors.ts";
import { LIMITS } from "../../../protocol/limits.ts";
import type { Operation } from "../../../protocol/plan.ts";
import { shorten, type Wish } from "../job/wish.ts";
import type { Source } from "../layer/layer-state.ts";
import type { Change } from "./drafts.ts";
import { pointOf, rivalsOf } from "./rivals.ts";

/** A text that reads like others, or whose box a person drew, is named by its place too. */
function operationOf(source: Source, { index, from, to, live, drawn }: Change): Operation {
  const at = drawn || rivalsOf(source, index).length > 0 ? { at: pointOf(source, index) } : {};
  if (to === "") return { kind: "text.remove", text: { from }, ...at };
  return { kind: "text.replace", text: { from, to }, ...at, ...(live && { live }) };
}

/** What was asked, in a few words of the person: `¥199 → ¥169 +2`. */
export function labelOfChanges([first, ...rest]: readonly Change[]): string {
  if (!first) return "";
  const { from, to } = first;
  const words = from === to ? from : `${from} → ${to || "∅"}`;
  return `${shorten(words)}${rest.length > 0 ? ` +${rest.length}` : ""}`;
}

/**
 * Row edits as explicit operations: `from` is the found string exactly, an emptied row removes its text. Error codes:
 * `empty_instruction`, `bad_request` (too many changes at once).
 */
export function textWish(source: Source, changes: readonly Change[]): Result<Wish> {
  if (changes.length === 0) return err(emendError("empty_instruction", "There is nothing to do yet."));
  if (changes.length > LIMITS.operations) {
    return err(emendError("bad_request", `At most ${LIMITS.operations} changes go into one edit; there are ${changes.length}.`));
  }
  const operations = changes.map((change) => operationOf(source, change));
  return ok({ request: { source: source.sha256, operations }, label: labelOfChanges(changes) });
}
