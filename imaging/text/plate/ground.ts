import { dilate } from "../../raster/dilate.ts";
import { distanceInsideMask, distanceToMask } from "../../raster/distance.ts";
import type { Mask } from "../../raster/raster.ts";
import { quantile } from "../../raster/statistics.ts";
import type { LineRegion } from "../types.ts";
import { openRim } from "./open-rim.ts";

/** Pixels this near the mask may carry the glyphs' antialiasing: kept as they are, but never learnt from. */
const LEAST_GUARD = 2;
/** JPEG rings within its 8×8 block. */
const MOST_GUARD = 8;
/** Ringing shows as detail this many times stronger than further out, and by at least so much, 0–255. */
const RINGING = { times: 1.5, more: 0.3 };

/** The part of a region the plate is computed on: around the mask, with what is unknown and what may be learnt from. */
export interface Ground {
  readonly width: number;
  readonly height: number;
  /** Where this cut lies in the region. */
  readonly x: number;
  readonly y: number;
  /** The same in the source picture: where grids of compression begin. */
  readonly gridX: number;
  readonly gridY: number;
  /** `[H, W, 3]`, 0–255. */
  readonly pixels: Float32Array;
  /** 1 = to be restored (the mask). */
  readonly hole: Uint8Array;
  /** 1 = no background to see: the mask and, near it, other lines' text. */
  readonly unknown: Uint8Array;
  /** 1 = another line's text near the hole. */
  readonly text: Uint8Array;
  /** 1 = background that may be learnt from. */
  readonly learn: Uint8Array;
  /** Distance in pixels to the hole. */
  readonly distance: Float32Array;
  /** Width of the rim next to the hole that is known but not learnt from, pixels. */
  readonly guard: number;
  /** Typical half thickness of the hole, pixels. */
  readonly reach: number;
}

interface Cut {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function cut<T extends Float32Array | Uint8Array>(from: T, to: T, at: Cut & { stride: number; channels: number }): T {
  const { channels, width } = at;
  for (let y = 0; y < at.height; y++) {
    const start = ((y + at.y) * at.stride + at.x) * channels;
    to.set(from.subarray(start, start + width * channels), y * width * channels);
  }
  return to;
}

/** Half thickness that nine tenths of the hole's ridge stay under, from the distances inside it. */
const reachOf = (hole: Mask): number =>
  quantile(
    distanceInsideMask(hole).filter((d) => d > 0 && d !== Infinity),
    0.98,
  );

type Uncut = Omit<Ground, "learn" | "reach" | "guard">;

/** Usual absolute detail (0–255) of the known pixels by whole distance to the hole, the last entry for all beyond the widest guard. */
function detailByDistance({ width, height, pixels, unknown, distance }: Uncut): number[] {
  const bands: number[][] = Array.from({ length: MOST_GUARD + 2 }, () => []);
  const green = (i: number) => pixels[i * 3 + 1];
  for (let y = 1; y < height - 1; y++) {
    for (let at = y * width + 1; at < y * width + width - 1; at++) {
      if (unknown[at] || unknown[at - 1] || unknown[at + 1] || unknown[at - width] || unknown[at + width]) continue;
      const detail = green(at) - (green(at - 1) + green(at + 1) + green(at - width) + green(at + width)) / 4;
      bands[Math.min(MOST_GUARD + 1, Math.ceil(distance[at]))].push(Math.fround(Math.abs(detail)));
    }
  }
  // Ringing goes all along the glyphs; a line or border that passes near them is a minority, which a middle value ignores.
  return bands.map((band) => quantile(band, 0.6));
}

/** How wide the rim is that shows the glyphs' ringing rather than the background: ringing begins at the mask and ends once. */
function guardFor(cut: Uncut): number {
  const detail = detailByDistance(cut);
  const limit = detail[MOST_GUARD + 1] * RINGING.times + RINGING.more;
  // Nearer than 2 pixels no pixel has all its neighbours outside the mask.
  const end = detail.findIndex((d, band) => band >= 2 && d <= limit);
  return Math.min(MOST_GUARD, Math.max(LEAST_GUARD, end - 1));
}

/** Cuts the working ground out of the region: the mask's bounds and `margin` pixels of surroundings. `undefined` where the mask is empty. */
export function groundOf(region: LineRegion, mask: Mask, bounds: Cut): Ground | undefined {
  const { width, height } = bounds;
  if (width === 0 || height === 0) return undefined;
  const n = width * height;
  const stride = region.pixels.width;
  const pixels = cut(region.pixels.data, new Float32Array(n * 3), { ...bounds, stride, channels: 3 });
  const hole = cut(mask.data, new Uint8Array(n), { ...bounds, stride, channels: 1 }).map((v) => (v ? 1 : 0));
  const foreign = cut(region.foreign.data, new Uint8Array(n), { ...bounds, stride, channels: 1 });
  const shape: Mask = { width, height, data: hole };
  const distance = distanceToMask(shape);
  const nearForeign = dilate({ width, height, data: foreign }, 1).data;
  const things = region.things && cut(region.things.data, new Uint8Array(n), { ...bounds, stride, channels: 1 });
  const [unknown, text] = [new Uint8Array(n), new Uint8Array(n)];
  for (let i = 0; i < n; i++) {
    unknown[i] = hole[i] || foreign[i] ? 1 : 0;
    text[i] = foreign[i] && !things?.[i] ? 1 : 0;
  }
  const [gridX, gridY] = [region.rect.x + bounds.x, region.rect.y + bounds.y];
  const part = { width, height, x: bounds.x, y: bounds.y, gridX, gridY, pixels, hole, unknown, text, distance };
  const guard = guardFor(part);
  const outside = new Uint8Array(n);
  for (let i = 0; i < n; i++) outside[i] = distance[i] > guard && nearForeign[i] === 0 ? 1 : 0;
  const learn = openRim({ ...part, guard, learn: outside });
  return { ...part, guard, learn, reach: reachOf(shape) };
}
