import { BASELINE_IN_CELL, columnForm } from "./column.ts";
import { penPositions } from "./pens.ts";
import { nearPoint, type Perspective } from "./perspective.ts";
import type { Ruler } from "./ruler.ts";
import type { Setting } from "./setting.ts";
import { warpAt } from "./warp.ts";

/** Height of a line's middle over its baseline, em: where a character's own perspective is taken. */
const MIDDLE_EM = 0.36;

/** A character's setting where the line's plane is seen at an angle: exact at the character's middle, straight within it. */
function seenCharacter(setting: Setting, at: { readonly line: Setting; readonly perspective: Perspective; readonly u: number }): Setting {
  const { line, perspective } = at;
  const rise = MIDDLE_EM * line.sizePx;
  const near = nearPoint(perspective, { u: at.u + Math.tan(line.slant) * rise, v: -rise }, line);
  // From the middle back down to the baseline, as that step is seen there.
  const down = MIDDLE_EM * near.sizePx;
  const back = -Math.tan(near.slant) * down;
  const [cos, sin] = [Math.cos(near.turn), Math.sin(near.turn)];
  const [u, v] = [near.u + back * cos - down * sin, near.v + back * sin + down * cos];
  const [c, s] = [Math.cos(line.angle), Math.sin(line.angle)];
  const { sizePx, condense, slant, turn } = near;
  return { ...setting, x: line.x + u * c - v * s, y: line.y + u * s + v * c, sizePx, condense, slant, angle: line.angle + turn };
}

/** One character of a line, with a setting of its own and its middle's place along the flat line. */
export interface PlacedCharacter {
  readonly text: string;
  readonly setting: Setting;
  readonly u: number;
}

/** In a column the glyph's em box is centred on the line: where its baseline's middle lies from there, pixels along and across it, and how it is turned against it. */
function inColumn(ruler: Ruler, straight: Setting, char: string): { readonly turn: number; readonly x: number; readonly y: number } {
  const { isTurned, dx, dy } = columnForm(char, ruler.metrics(straight, char));
  if (isTurned) return { turn: 0, x: 0, y: BASELINE_IN_CELL * straight.sizePx };
  return { turn: -Math.PI / 2, x: (BASELINE_IN_CELL + dy) * straight.sizePx, y: -dx * straight.sizePx };
}

/** Each character that is not a space with a setting of its own, at its place in the line and bent as the line's warp says. */
export const characterSettings = (ruler: Ruler, line: Setting, text: string): readonly PlacedCharacter[] =>
  placedCharacters(ruler, line, { text, pens: penPositions(ruler, line, text) });

/** As `characterSettings`, at pens already found. */
export function placedCharacters(
  ruler: Ruler,
  line: Setting,
  { text, pens }: { readonly text: string; readonly pens: readonly number[] },
): readonly PlacedCharacter[] {
  const { warp, vertical, perspective, ...straight } = line;
  return [...text].flatMap((char, i) => {
    if (char.trim() === "") return [];
    const advance = (vertical ? 1 : ruler.metrics(straight, char).advance) * line.sizePx * line.condense;
    const u = pens[i] + advance / 2;
    const w = warp ? warpAt(warp, u) : undefined;
    const along = u + (w?.along ?? 0) * line.sizePx;
    const across = (w?.across ?? 0) * line.sizePx;
    const [cos, sin] = [Math.cos(line.angle), Math.sin(line.angle)];
    const { turn, x, y } = vertical ? inColumn(ruler, straight, char) : { turn: 0, x: 0, y: 0 };
    const setting: Setting = {
      ...straight,
      x: line.x + (along + x) * cos - (across + y) * sin,
      y: line.y + (along + x) * sin + (across + y) * cos,
      sizePx: line.sizePx * Math.exp(w?.size ?? 0),
      condense: line.condense * Math.exp(w?.condense ?? 0),
      slant: line.slant + (w?.slant ?? 0),
      angle: line.angle + (w?.turn ?? 0) + turn,
    };
    return [{ text: char, setting: perspective ? seenCharacter(setting, { line, perspective, u }) : setting, u }];
  });
}
