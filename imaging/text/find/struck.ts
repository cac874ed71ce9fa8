import { medianColour } from "../../raster/colour.ts";
import type { FloatImage, RasterImage } from "../../raster/raster.ts";
import { quantile } from "../../raster/statistics.ts";
import type { TextLine } from "../types.ts";
import { LINE_HEIGHT, lineStrip } from "./recogniser-input.ts";

/** Rows at either edge of a strip that show the ground, and the share of the strongest contrast to it from which a pixel is ink. */
const EDGE = 3;
const INK = { share: 0.35, least: 30 } as const;
/** Where a stroke through letters passes the strip's middle, and how far its ends may rise or fall, rows. */
const MIDDLE = [14, 34] as const;
const STEEPEST = 16;
/** A stroke is at most so thick to either side, rows, and goes on for so many columns: one letter's own bar does not. */
const THICK = 5;
const LONGEST_BAR = LINE_HEIGHT;
/** Share of its columns that show nothing but the stroke, as between letters, and of those that show letters. */
const GAPS = 0.06;
const LETTERS = 0.35;

interface Run {
  readonly from: number;
  readonly to: number;
}

/** 1 = ink, whatever its colour: letters and the stroke through them may differ. */
function inkOf({ width, height, data }: FloatImage): Uint8Array {
  const isEdge = (i: number): boolean => i < EDGE * width || i >= (height - EDGE) * width;
  const ground = medianColour(data, isEdge) ?? [255, 255, 255];
  const off = new Float32Array(width * height);
  for (let i = 0; i < off.length; i++) off[i] = Math.max(...ground.map((g, c) => Math.abs(data[i * 3 + c] - g)));
  const bar = Math.max(INK.least, INK.share * quantile(off, 0.98));
  return Uint8Array.from(off, (d) => (d > bar ? 1 : 0));
}

/** The longest stretch of columns over which a line of rows meets nothing but ink. */
function longestRun(ink: Uint8Array, width: number, rowAt: (x: number) => number): Run {
  let best: Run = { from: 0, to: 0 };
  for (let x = 0, from = 0; x <= width; x++) {
    if (x < width && ink[rowAt(x) * width + x] !== 0) continue;
    if (x - from > best.to - best.from) best = { from, to: x };
    from = x + 1;
  }
  return best;
}

/** Whether a run is a stroke of its own that passes through letters: ink beyond it comes and goes. */
function passesLetters(ink: Uint8Array, width: number, at: { readonly run: Run; readonly rowAt: (x: number) => number }): boolean {
  const { run, rowAt } = at;
  let bare = 0;
  for (let x = run.from; x < run.to; x++) {
    const row = rowAt(x);
    let beyond = false;
    for (let y = EDGE; y < LINE_HEIGHT - EDGE && !beyond; y++) beyond = Math.abs(y - row) > THICK && ink[y * width + x] !== 0;
    if (!beyond) bare++;
  }
  const share = bare / (run.to - run.from);
  return share >= GAPS && share <= 1 - LETTERS;
}

/** The stroke through letters of an upright strip, as columns. */
function strokeIn(strip: FloatImage): Run | undefined {
  const { width } = strip;
  const ink = inkOf(strip);
  let best: Run | undefined;
  for (let rise = -STEEPEST; rise <= STEEPEST; rise += 2) {
    for (let middle = MIDDLE[0]; middle <= MIDDLE[1]; middle++) {
      const rowAt = (x: number): number => Math.round(middle + rise * (x / width - 0.5));
      const run = longestRun(ink, width, rowAt);
      const length = run.to - run.from;
      if (length < LONGEST_BAR || (best && length <= best.to - best.from)) continue;
      if (passesLetters(ink, width, { run, rowAt })) best = run;
    }
  }
  return best;
}

/**
 * The stretch of a line's string, from and to (exclusive), that a stroke runs through: ~~¥299~~, level or slanting, in any colour. Told where the ground beside
 * the letters is about even. Two or three milliseconds a line.
 */
export function struckThrough(
  image: RasterImage,
  { string, box, chars, vertical }: Pick<TextLine, "string" | "box" | "chars" | "vertical">,
): readonly [from: number, to: number] | undefined {
  if (vertical || chars.length === 0) return undefined;
  const strip = lineStrip(image, box);
  const run = strokeIn(strip);
  if (run === undefined) return undefined;
  const scale = box.width / strip.width;
  let [from, to, offset] = [string.length, 0, 0];
  for (const { char, at } of chars) {
    if (at >= run.from * scale && at <= run.to * scale) [from, to] = [Math.min(from, offset), offset + char.length];
    offset += char.length;
  }
  return to > from ? [from, to] : undefined;
}
