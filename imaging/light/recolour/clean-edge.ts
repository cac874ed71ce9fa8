import { dilate } from "../../raster/dilate.ts";
import { maskWhere } from "../../raster/mask-where.ts";
import type { Mask, Plane, RasterImage } from "../../raster/raster.ts";

/** How far either side of the paint's edge a pixel may be a mix, and from how far sure colours are taken, pixels. */
const [BAND, NEAR] = [2, 4];
/** Sure paint and surely none, shares of a pixel. */
const [PAINT, NONE] = [0.9, 0.1];
/** Sides more alike than this, 0–255, do not tell a mix; a pixel further off their line than this is something else. */
const [ALIKE, OFF_LINE] = [30, 36];

/** A mixed pixel of a paint's edge. */
export interface EdgePixel {
  readonly at: number;
  /** What the paint is there by itself, 0–255. */
  readonly paint: readonly number[];
  /** The paint's share of it, 0–1. */
  readonly share: number;
}

/** Pixels within reach of where the mask passes one half. */
function bandOf({ width, height, data }: Plane): Mask {
  const inside = (i: number): boolean => data[i] > 0.5;
  const border = maskWhere({ width, height }, (i) => {
    const own = inside(i);
    return (i % width < width - 1 && inside(i + 1) !== own) || (i + width < data.length && inside(i + width) !== own);
  });
  return dilate(border, BAND);
}

/** Means of the sure paint and of what surely is none around a pixel, written to `sides`; false where either is missing. */
function sidesAt(image: RasterImage, { mask, band }: { mask: Plane; band: Mask }, i: number, sides: Float64Array): boolean {
  const { width, height, data } = image;
  const [x0, y0] = [i % width, Math.floor(i / width)];
  const counts = [0, 0];
  sides.fill(0);
  for (let y = Math.max(0, y0 - NEAR); y <= Math.min(height - 1, y0 + NEAR); y++) {
    for (let x = Math.max(0, x0 - NEAR); x <= Math.min(width - 1, x0 + NEAR); x++) {
      const k = y * width + x;
      if (band.data[k] !== 0 || (mask.data[k] < PAINT && mask.data[k] > NONE)) continue;
      const side = mask.data[k] >= PAINT ? 0 : 1;
      counts[side]++;
      for (let c = 0; c < 3; c++) sides[side * 3 + c] += data[k * 4 + c];
    }
  }
  for (let c = 0; c < 6; c++) sides[c] /= Math.max(1, counts[c < 3 ? 0 : 1]);
  return counts[0] > 2 && counts[1] > 2;
}

/** The paint's share of a pixel between two sides, 0–1; undefined where they are too alike to say, or the pixel is neither. */
function shareOf(data: Uint8ClampedArray, at: number, sides: Float64Array): number | undefined {
  let [dot, length] = [0, 0];
  for (let c = 0; c < 3; c++) {
    const step = sides[c] - sides[c + 3];
    dot += (data[at + c] - sides[c + 3]) * step;
    length += step * step;
  }
  if (length < ALIKE ** 2) return undefined;
  const share = Math.min(1, Math.max(0, dot / length));
  const off = [0, 1, 2].map((c) => data[at + c] - sides[c + 3] - share * (sides[c] - sides[c + 3]));
  return Math.hypot(...off) > OFF_LINE ? undefined : share;
}

/**
 * Parts the pixels along a paint's edge into paint and what lies beside it, both known from sure pixels nearby, so that no rim of the old
 * colour stays. Pixels of thin parts and of unlike things are left out. Only where `allowed` is 1. O(edge).
 */
export function paintEdge(image: RasterImage, mask: Plane, allowed: Plane): readonly EdgePixel[] {
  const band = bandOf(mask);
  const sides = new Float64Array(6);
  const edge: EdgePixel[] = [];
  for (let at = 0; at < band.data.length; at++) {
    if (band.data[at] === 0 || allowed.data[at] < 1 || !sidesAt(image, { mask, band }, at, sides)) continue;
    const share = shareOf(image.data, at * 4, sides);
    if (share !== undefined) edge.push({ at, share, paint: [...sides.subarray(0, 3)] });
  }
  return edge;
}
