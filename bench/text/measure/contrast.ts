import type { Rgb } from "../../../imaging/raster/colour.ts";
import { deltaE2000 } from "../../../imaging/raster/delta-e.ts";
import type { Pixels, Poster } from "../generate/poster-spec.ts";

/** Coverage from which a pixel is the letters', and the share of a letter's pixels that stand off the ground less than what is told. */
const INKED = 127;
const PART = 0.75;
/** Letters' pixels from which a stretch of the line says something. */
const ENOUGH = 12;

const rgbAt = ({ data }: Pixels, i: number): Rgb => [data[i * 4], data[i * 4 + 1], data[i * 4 + 2]];

function quantileOf(values: readonly number[], q: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))];
}

/**
 * CIEDE2000 by which the string stands off the very ground it hides, with its effects, at the letter that does so least: told from the poster and its clean
 * twin alone, so that letters nobody could read can be counted apart. A letter's quarter that stands off most counts for it: an outline is enough.
 */
export function contrastOf({
  source,
  clean,
  oldInk,
  quad,
  original,
}: Pick<Poster, "source" | "clean" | "oldInk" | "quad" | "original">): number {
  const letters = [...original].filter((char) => char.trim() !== "").length;
  const [from, to] = [quad[0], quad[1]];
  const down = { x: quad[3].x - from.x, y: quad[3].y - from.y };
  const along = { x: to.x - from.x, y: to.y - from.y };
  const long = Math.hypot(along.x, along.y) >= Math.hypot(down.x, down.y) ? along : down;
  const length = long.x ** 2 + long.y ** 2;
  const stretches: number[][] = Array.from({ length: letters }, () => []);
  for (let i = 0; i < oldInk.data.length; i++) {
    if (oldInk.data[i] <= INKED) continue;
    const [x, y] = [(i % oldInk.width) - from.x, Math.floor(i / oldInk.width) - from.y];
    const k = Math.floor((letters * (x * long.x + y * long.y)) / length);
    if (k >= 0 && k < letters) stretches[k].push(deltaE2000(rgbAt(source, i), rgbAt(clean, i)));
  }
  const told = stretches.filter((values) => values.length >= ENOUGH).map((values) => quantileOf(values, PART));
  return told.length === 0 ? 0 : Math.min(...told);
}
