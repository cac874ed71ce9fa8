import { createCanvas } from "@napi-rs/canvas";
import type { TextSpec } from "./poster-spec.ts";

const EM = 1000;
const context = createCanvas(1, 1).getContext("2d");
// As browsers and design tools set type: spaces are kerned with the letters beside them.
context.fontKerning = "normal";
type Line = Pick<TextSpec, "font" | "text" | "sizePx" | "trackingPx">;

/** Too little to move a letter, em of `EM`, but letters apart by it are not tied. */
const HAIR = 1e-3;

/** Width of the letters without what tracking adds; measured tracked where the line is, for tracked letters are not tied (ff, fi). */
function advance(line: Line, text: string): number {
  const { family, weight } = line.font.skia(line.text);
  const spacing = (line.trackingPx / line.sizePx) * EM || (line.font.untied ? HAIR : 0);
  context.font = `${weight} ${EM}px "${family}"`;
  context.letterSpacing = `${spacing}px`;
  return ((context.measureText(text).width - spacing * [...text].length) * line.sizePx) / EM;
}

/** Length of the line from first pen position to the end of its last character. */
export const lineLength = (line: Line): number => advance(line, line.text) + line.trackingPx * Math.max(0, [...line.text].length - 1);

/** Pen position of each character from the line's start. */
export function penPositions(line: Line): readonly number[] {
  const chars = [...line.text];
  return chars.map((_, i) => advance(line, chars.slice(0, i).join("")) + i * line.trackingPx);
}

/** Where a horizontal line's first pen position lies. */
export function startOf(line: TextSpec): number {
  const share = { left: 0, center: 0.5, right: 1 }[line.anchor];
  return line.x - share * lineLength(line);
}

/** A character, its pen position and its own colour where it has one. */
export interface Placed {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly fill: TextSpec["fill"];
}

/** What has to be set piece by piece: the whole line, or each character of a vertical or many-coloured one. */
export function piecesOf(line: TextSpec): readonly Placed[] {
  const { fill } = line;
  if (line.vertical) return uprightPieces(line);
  if (fill.kind !== "perCharacter") return [{ text: line.text, x: startOf(line), y: line.y, fill }];
  const pens = penPositions(line);
  return [...line.text].map((text, i) => ({ text, x: startOf(line) + pens[i], y: line.y, fill: colourOf(fill.colours, i) }));
}

/** The same letter by letter, as they stand tracked: not every renderer unties them where it spaces them. */
export const lettersOf = (line: TextSpec): readonly Placed[] =>
  line.vertical || line.fill.kind === "perCharacter"
    ? piecesOf(line)
    : [...line.text].map((text, i) => ({ text, x: startOf(line) + penPositions(line)[i], y: line.y, fill: line.fill }));

const colourOf = (colours: readonly (readonly [number, number, number])[], i: number): TextSpec["fill"] => ({
  kind: "solid",
  colour: colours[i % colours.length],
});

/** Characters below each other in em squares, the column's middle on `x`. */
function uprightPieces(line: TextSpec): readonly Placed[] {
  return [...line.text].map((text, i) => ({
    text,
    x: line.x - advance({ ...line, text }, text) / 2,
    y: line.y + i * (line.sizePx + line.trackingPx) + 0.88 * line.sizePx,
    fill: line.fill.kind === "perCharacter" ? colourOf(line.fill.colours, i) : line.fill,
  }));
}

/** Ends of the line's gradient, layout pixels. */
export function gradientEnds(line: TextSpec): readonly [number, number, number, number] {
  if (line.fill.kind !== "gradient" || line.fill.axis === "v") {
    const top = line.vertical ? line.y : line.y - 0.78 * line.sizePx;
    const bottom = line.vertical ? line.y + [...line.text].length * (line.sizePx + line.trackingPx) : line.y + 0.08 * line.sizePx;
    return [line.x, top, line.x, bottom];
  }
  const from = line.vertical ? line.x - line.sizePx / 2 : startOf(line);
  return [from, line.y, from + (line.vertical ? line.sizePx : lineLength(line)), line.y];
}
