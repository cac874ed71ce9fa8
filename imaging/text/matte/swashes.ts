import { type Rgb, rgbDistance } from "../../raster/colour.ts";
import { labelComponents } from "../../raster/components.ts";
import { distanceInsideMask } from "../../raster/distance.ts";
import { maskWhere } from "../../raster/mask-where.ts";
import type { FloatImage, Mask } from "../../raster/raster.ts";
import { quantile } from "../../raster/statistics.ts";
import type { LineFrame } from "../frame.ts";

/** Share of the ink's usual difference from the ground from which a pixel is ink, and from which it shows the ink's own colour. */
const INK = 0.3;
const FULL = 0.75;
/** Share of that difference by which a stroke's colour may differ from the ink's: shadows and glows differ more. */
const ALIKE = 0.25;
/** A stroke is at most so many times as thick as the letters', takes up at most so many box heights, and so much of the ink. */
const THICK = 1.3;
const LONG = 1.2;
const SHARE = 0.35;
/** Shares that tell what is usual, and how thick letters' strokes are. */
const USUAL = 0.8;
const STROKE = 0.97;

interface Scene {
  readonly image: FloatImage;
  /** `[H, W]` difference from the even ground, 0–255. */
  readonly off: Float32Array;
  /** Where ink was looked for. */
  readonly near: Uint8Array;
  readonly foreign: Mask;
  readonly frame: Pick<LineFrame, "halfV">;
}

const meanColour = (image: FloatImage, places: readonly number[]): Rgb => {
  const sum = [0, 0, 0];
  for (const i of places) for (let c = 0; c < 3; c++) sum[c] += image.data[i * 3 + c];
  return [sum[0] / places.length, sum[1] / places.length, sum[2] / places.length];
};

const placesIn = (mask: Mask): readonly number[] => {
  const places: number[] = [];
  for (let i = 0; i < mask.data.length; i++) if (mask.data[i] !== 0) places.push(i);
  return places;
};

/** Indices beside one, and whether the picture's part ends there. */
function around(i: number, { width, height }: Mask): readonly number[] | undefined {
  const [x, y] = [i % width, Math.floor(i / width)];
  return x === 0 || y === 0 || x === width - 1 || y === height - 1 ? undefined : [i - 1, i + 1, i - width, i + width];
}

/**
 * The ink with the strokes that swing out of the box: a script's first letter often begins far beyond where a reader sees text. Such a stroke
 * goes on from the ink in its colour and no thicker, and ends on the even ground.
 */
export function withSwashes(ink: Mask, { image, off, near, foreign, frame }: Scene): Mask {
  const own = placesIn(ink);
  if (own.length === 0) return ink;
  const usual = quantile(
    own.map((i) => off[i]),
    USUAL,
  );
  const beyond = maskWhere(ink, (i) => near[i] === 0 && foreign.data[i] === 0 && off[i] > INK * usual);
  const { labels, components } = labelComponents(beyond);
  if (components.length === 0) return ink;
  const pieces = components.map(() => [] as number[]);
  labels.forEach((label, i) => {
    if (label !== 0) pieces[label - 1].push(i);
  });
  const longest = LONG * 2 * frame.halfV;
  const joins = components.map(({ area, width, height }, k) => {
    if (area > SHARE * own.length || Math.max(width, height) > longest) return false;
    const beside = pieces[k].map((i) => around(i, ink));
    const ends = beside.every((all) => all?.every((j) => foreign.data[j] === 0) ?? false);
    return ends && beside.some((all) => all?.some((j) => ink.data[j] !== 0));
  });
  if (!joins.includes(true)) return ink;
  const inkInward = distanceInsideMask(ink);
  const stroke = quantile(
    own.map((i) => inkInward[i]),
    STROKE,
  );
  const inward = distanceInsideMask(beyond);
  const isFull = (i: number): boolean => off[i] > FULL * usual;
  const colour = meanColour(image, own.filter(isFull));
  const isStroke = pieces.map((piece, k) => {
    const full = piece.filter(isFull);
    if (!joins[k] || full.length === 0 || piece.some((i) => inward[i] > THICK * stroke + 1)) return false;
    return rgbDistance(meanColour(image, full), colour) < ALIKE * usual;
  });
  return maskWhere(ink, (i) => ink.data[i] !== 0 || (labels[i] !== 0 && isStroke[labels[i] - 1]));
}
