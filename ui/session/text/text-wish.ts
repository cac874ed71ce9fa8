import type { EditRequest } from "../../../protocol/edit.ts";
import { emendError, err, ok, type Result } from "../../../protocol/errors.ts";
import { LIMITS } from "../../../protocol/limits.ts";
import type { Operation } from "../../../protocol/plan.ts";
import { shorten, type Wish } from "../job/wish.ts";
import type { Source } from "../layer/layer-state.ts";
import type { Change } from "./drafts.ts";
import { rivalsOf, territoryOf, whereOf } from "./rivals.ts";

interface Asked {
  readonly source: Source;
  readonly changes: readonly Change[];
}

function operationOf({ source, changes }: Asked, { index, from, to }: Change): Operation {
  // A change alone can say its place by the request's region; one among several needs words for it.
  const inWords = changes.length > 1 && rivalsOf(source, index).length > 0;
  const where = inWords ? { where: whereOf(source, index) } : {};
  return to === "" ? { kind: "text.remove", text: { from }, ...where } : { kind: "text.replace", text: { from, to }, ...where };
}

function regionOf({ source, changes }: Asked): Pick<EditRequest, "region"> {
  const [only, ...others] = changes;
  if (!only || others.length > 0 || rivalsOf(source, only.index).length === 0) return {};
  return { region: territoryOf(source, only.index) };
}

/** What was asked, in a few words of the person: `¥199 → ¥169 +2`. */
export function labelOfChanges([first, ...rest]: readonly Change[]): string {
  const more = rest.length > 0 ? ` +${rest.length}` : "";
  return first ? `${shorten(`${first.from} → ${first.to || "∅"}`)}${more}` : "";
}

/**
 * Row edits as explicit operations: `from` is the found string exactly, an emptied row removes its text, and where other texts read
 * alike the place is said too. Error codes: `empty_instruction`, `bad_request` (too many changes at once).
 */
export function textWish(source: Source, changes: readonly Change[]): Result<Wish> {
  if (changes.length === 0) return err(emendError("empty_instruction", "There is nothing to do yet."));
  if (changes.length > LIMITS.operations) {
    return err(emendError("bad_request", `At most ${LIMITS.operations} changes go into one edit; there are ${changes.length}.`));
  }
  const asked = { source, changes };
  const operations = changes.map((change) => operationOf(asked, change));
  return ok({ request: { source: source.sha256, operations, ...regionOf(asked) }, label: labelOfChanges(changes) });
}
