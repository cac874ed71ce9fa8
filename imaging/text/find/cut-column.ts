import type { OrientedBox } from "../../../protocol/geometry.ts";
import type { RasterImage } from "../../raster/raster.ts";
import { sampleBox } from "../../raster/resample.ts";

type Box = OrientedBox<"image">;

/** Rows the column is sampled to, and how far (in cells) a cut may move from equal spacing to find a gap. */
const ROWS = 160;
const COLUMNS = 32;
const PLAY = 0.18;

/** Height of a cell over its width, set apart, in the narrowest faces; and how many more cells a column may have than squares. */
const NARROW = 1.5;
const MORE = 2;

/** How many characters a column of this form may have, fewest first: squares, a few more, or fewer of a narrow face. */
export function cellCounts({ width, height }: Pick<Box, "width" | "height">): readonly number[] {
  const squares = Math.round(height / width);
  const least = Math.max(2, Math.min(squares - 1, Math.round(squares / NARROW)));
  return Array.from({ length: Math.max(0, squares + MORE + 1 - least) }, (_, k) => least + k);
}

/** How much the luma varies along each of 160 rows across the column: high through characters, low between them. */
export function columnProfile(image: RasterImage, box: Box): Float32Array {
  const { data } = sampleBox(image, box, { width: COLUMNS, height: ROWS, supersample: 2 });
  const deviation = (row: number): number => {
    let [sum, squares] = [0, 0];
    for (let x = 0; x < COLUMNS; x++) {
      const at = (row * COLUMNS + x) * 3;
      const luma = 0.299 * data[at] + 0.587 * data[at + 1] + 0.114 * data[at + 2];
      sum += luma;
      squares += luma * luma;
    }
    return Math.sqrt(Math.max(0, squares / COLUMNS - (sum / COLUMNS) ** 2));
  };
  return Float32Array.from({ length: ROWS }, (_, row) => deviation(row));
}

/** `n` cells below each other with cuts moved into the nearest gaps; `crossing`: ink at the cuts over the mean ink, at most 1. */
export function cutColumn(profile: Float32Array, box: Box, n: number): { readonly cells: Box[]; readonly crossing: number } {
  const cell = profile.length / n;
  const cuts = Array.from({ length: n - 1 }, (_, i) => gapNear(profile, (i + 1) * cell, cell * PLAY));
  const mean = profile.reduce((sum, v) => sum + v, 0) / profile.length;
  const crossed = cuts.reduce((sum, cut) => sum + profile[cut], 0) / Math.max(1, cuts.length);
  const edges = [0, ...cuts.map((cut) => (cut + 0.5) / profile.length), 1];
  const cells = edges.slice(1).map((end, i) => cellOf(box, edges[i], end));
  return { cells, crossing: mean > 0 ? Math.min(1, crossed / mean) : 0 };
}

/** The row of least ink around `at`; of equally empty ones the nearest. */
function gapNear(profile: Float32Array, at: number, play: number): number {
  let best = Math.min(profile.length - 1, Math.round(at));
  for (let row = Math.max(0, Math.ceil(at - play)); row <= Math.min(profile.length - 1, at + play); row++) {
    const [ink, least] = [profile[row], profile[best]];
    if (ink < least || (ink === least && Math.abs(row - at) < Math.abs(best - at))) best = row;
  }
  return best;
}

/** The part of the box between two fractions of its height, as wide as the box. */
function cellOf(box: Box, from: number, to: number): Box {
  const along = ((from + to) / 2 - 0.5) * box.height;
  const [c, s] = [Math.cos(box.angle), Math.sin(box.angle)];
  return { ...box, cx: box.cx - along * s, cy: box.cy + along * c, height: (to - from) * box.height };
}
