import { boundsOf } from "../../protocol/geometry.ts";
import type { Where } from "../../protocol/plan.ts";
import { matchText } from "../text/match.ts";
import type { TextLine } from "../text/types.ts";
import { linesInRole } from "./text-roles.ts";

/** Air between a text and the one set beside it, as a share of the new one's height. */
const AIR = 0.5;

/** A wording that the same request has put there counts as well as those of the picture. */
export interface StandingTexts {
  readonly lines: readonly TextLine[];
  readonly written: readonly (Pick<TextLine, "quad"> & { readonly wanted: string })[];
}

/**
 * Middle of a new text of that size beside the text named (by its wording or its part: the title), on the side `where` says (below where it says none), pixels; `undefined` where
 * the name is none of the picture's texts, or several.
 */
export function besideText(
  { lines, written }: StandingTexts,
  name: string | undefined,
  at: { readonly where: Where | undefined; readonly width: number; readonly height: number },
): { readonly x: number; readonly y: number } | undefined {
  const [match, other] = name === undefined ? [] : matchText(lines, name);
  const [part, second] = name === undefined || match !== undefined ? [] : (linesInRole(name, lines) ?? []);
  const set = written.filter(({ wanted }) => wanted === name);
  const line = set.length === 1 ? set[0] : (match?.spans[0]?.line ?? part);
  if (set.length > 1 || line === undefined || (set.length === 0 && (other !== undefined || second !== undefined))) return undefined;
  const { x, y, width, height } = boundsOf(line.quad);
  const air = AIR * at.height;
  const middle = { x: x + width / 2, y: y + height / 2 };
  if (at.where === "top") return { x: middle.x, y: y - air - at.height / 2 };
  if (at.where === "left") return { x: x - air - at.width / 2, y: middle.y };
  if (at.where === "right") return { x: x + width + air + at.width / 2, y: middle.y };
  return { x: middle.x, y: y + height + air + at.height / 2 };
}
