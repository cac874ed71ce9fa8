import type { EditRequest } from "../../protocol/edit.ts";
import { emendError, err, ok, type Result } from "../../protocol/errors.ts";
import { boundsOf, type Point } from "../../protocol/geometry.ts";
import { LIMITS } from "../../protocol/limits.ts";
import type { Operation, Where } from "../../protocol/plan.ts";
import type { Change } from "./drafts.ts";
import type { Source } from "./ui-state.ts";

const ROWS = ["top", "", "bottom"] as const;
const COLUMNS = ["left", "", "right"] as const;

function centreOf(points: readonly Point<"image">[]): Point<"image"> {
  const sum = points.reduce((a, p) => ({ x: a.x + p.x, y: a.y + p.y }), { x: 0, y: 0 });
  return { x: sum.x / points.length, y: sum.y / points.length };
}

const third = (at: number, length: number): 0 | 1 | 2 => (at < length / 3 ? 0 : at < (2 * length) / 3 ? 1 : 2);

function whereOf(source: Source, index: number): Where {
  const { imageWidth, imageHeight } = source.placement;
  const centre = centreOf(source.texts[index]?.quad ?? []);
  const words = [ROWS[third(centre.y, imageHeight)], COLUMNS[third(centre.x, imageWidth)]].filter((w) => w !== "");
  return (words.join("-") || "center") as Where;
}

function operationOf(source: Source, { index, from, to }: Change): Operation {
  // A string that stands there twice needs its place said; one that is alone is named well enough by itself.
  const twice = source.texts.filter((t) => t.string === from).length > 1;
  const where = twice ? { where: whereOf(source, index) } : {};
  return to === "" ? { kind: "text.remove", text: { from }, ...where } : { kind: "text.replace", text: { from, to }, ...where };
}

/** Row edits as explicit operations: `from` is the found string exactly; an emptied row removes its text. */
export const operationsOf = (source: Source, changes: readonly Change[]): Operation[] =>
  changes.map((change) => operationOf(source, change));

export interface Wish {
  readonly source: Source;
  readonly changes: readonly Change[];
  readonly instruction: string;
  /** What the instruction was understood as; needed only where rows changed too. */
  readonly planned: readonly Operation[];
  readonly seed: number | undefined;
}

/** Builds the one record that determines the edit. Error codes: `empty_instruction`, `bad_request` (too many changes at once). */
export function buildRequest({ source, changes, instruction, planned, seed }: Wish): Result<EditRequest> {
  const base = { source: source.sha256, ...(seed !== undefined && { seed }) };
  if (changes.length === 0) {
    return instruction === "" ? err(emendError("empty_instruction", "There is nothing to do yet.")) : ok({ ...base, instruction });
  }
  const operations = [...operationsOf(source, changes), ...planned];
  if (operations.length > LIMITS.operations) {
    return err(emendError("bad_request", `At most ${LIMITS.operations} changes go into one edit; there are ${operations.length}.`));
  }
  const only = changes.length === 1 && planned.length === 0 ? source.texts[changes[0]!.index] : undefined;
  return ok({ ...base, operations, ...(only && { region: boundsOf(only.quad) }) });
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
