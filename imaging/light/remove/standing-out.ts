import type { Rect } from "../../../protocol/geometry.ts";
import { cropRaster, growRect } from "../../raster/crop.ts";
import { dilate } from "../../raster/dilate.ts";
import { createMask, type Mask, type RasterImage } from "../../raster/raster.ts";
import { type GroundSurface, groundSurface, type LabImage, ON_SURFACE } from "../background/border-surface.ts";
import { oklabPixels } from "../kernel/colour-cube.ts";

export interface StandingOut {
  /** Picture-sized; 255 = belongs to the thing, with its soft edge. */
  readonly mask: Mask;
  /** Share of the rectangle's rim that is plain ground, 0–1. */
  readonly plain: number;
}

/** Room for blur and compression around what differs from the ground, pixels. */
const EDGE = 2.5;

const PLAIN = 0.8;

/** Surroundings a pattern is looked for in: at least so many pixels deep on a side for that side to count. */
const AROUND = { depth: 48, least: 24 };
/** A pattern shows on every side of a rectangle, at least over so much of it, and nowhere `uneven` times as much as elsewhere. */
const PATTERN = { share: 0.004, uneven: 5 };

interface GroundIn {
  readonly lab: LabImage;
  readonly ground: GroundSurface;
}

function groundIn(image: RasterImage, rect: Rect<"image">): GroundIn {
  const cut = cropRaster(image, rect);
  const lab: LabImage = { width: cut.width, height: cut.height, data: oklabPixels(cut) };
  return { lab, ground: groundSurface(lab) };
}

function colourAt({ at }: GroundSurface, x: number, y: number): Float32Array {
  const out = new Float32Array(3);
  at(x, y, out);
  return out;
}

/** Distance of a pixel to the plain ground, OKLab ×100. */
function offGround({ lab, ground }: GroundIn, i: number, expected: Float32Array): number {
  ground.at(i % lab.width, Math.floor(i / lab.width), expected);
  return Math.hypot(lab.data[i * 3] - expected[0], lab.data[i * 3 + 1] - expected[1], lab.data[i * 3 + 2] - expected[2]);
}

/** Share of the pixels off the ground in the bands above, below, left and right of a rectangle, of those deep enough to tell. */
function offBySide(around: GroundIn, inner: Rect<"image">): number[] {
  const { width, height } = around.lab;
  const [right, low] = [inner.x + inner.width, inner.y + inner.height];
  const depths = [inner.y, height - low, inner.x, width - right];
  const [off, all] = [new Float64Array(4), new Float64Array(4)];
  const limit = Math.max(1.5 * ON_SURFACE, 3.2 * around.ground.sigma);
  const expected = new Float32Array(3);
  for (let i = 0; i < width * height; i++) {
    const [x, y] = [i % width, Math.floor(i / width)];
    const beyond = [y < inner.y, y >= low, x < inner.x, x >= right];
    if (!beyond.includes(true)) continue;
    const far = offGround(around, i, expected) > limit ? 1 : 0;
    for (let side = 0; side < 4; side++) {
      if (!beyond[side]) continue;
      all[side]++;
      off[side] += far;
    }
  }
  return depths.flatMap((depth, side) => (depth < AROUND.least ? [] : [off[side] / all[side]]));
}

/**
 * Whether what differs from the ground is the ground's own pattern (dots, crosses, checks): it goes on around the rectangle on all sides,
 * on the same ground.
 */
function isPatterned(image: RasterImage, rect: Rect<"image">, { ground, lab }: GroundIn): boolean {
  const wide = growRect(rect, Math.max(AROUND.depth, Math.min(rect.width, rect.height)), image);
  const around = groundIn(image, wide);
  const inner = { ...rect, x: rect.x - wide.x, y: rect.y - wide.y };
  const [here, there] = [
    colourAt(ground, lab.width / 2, lab.height / 2),
    colourAt(around.ground, inner.x + lab.width / 2, inner.y + lab.height / 2),
  ];
  if (Math.hypot(here[0] - there[0], here[1] - there[1], here[2] - there[2]) > 1.5 * ON_SURFACE) return false;
  const sides = offBySide(around, inner);
  return sides.length > 1 && Math.min(...sides) > Math.max(PATTERN.share, Math.max(...sides) / PATTERN.uneven);
}

/** Whether a rectangle's rim lies on one plain or soft ground. */
export const hasPlainRim = (image: RasterImage, rect: Rect<"image">): boolean => groundIn(image, rect).ground.share >= PLAIN;

/**
 * What differs from the plain ground at a rectangle's rim; `undefined` where the rim is no plain ground, where the ground has a pattern,
 * where everything differs or nothing does.
 */
export function standingOut(image: RasterImage, rect: Rect<"image">): StandingOut | undefined {
  const within = groundIn(image, rect);
  const { lab, ground } = within;
  if (ground.share < PLAIN || isPatterned(image, rect, within)) return undefined;
  const limit = Math.max(3, 3.2 * ground.sigma);
  const expected = new Float32Array(3);
  const mask = createMask(lab.width, lab.height);
  let count = 0;
  for (let i = 0; i < mask.data.length; i++) {
    if (offGround(within, i, expected) <= limit) continue;
    mask.data[i] = 255;
    count++;
  }
  if (count < 8 || count > 0.85 * mask.data.length) return undefined;
  return { mask: onPicture(image, rect, dilate(mask, EDGE)), plain: ground.share };
}

/** A rectangle's mask in a mask of the picture's size. */
export function onPicture({ width, height }: RasterImage, rect: Rect<"image">, part?: Mask): Mask {
  const mask = createMask(width, height);
  for (let y = 0; y < rect.height; y++) {
    const to = (y + rect.y) * width + rect.x;
    if (part === undefined) mask.data.fill(255, to, to + rect.width);
    else mask.data.set(part.data.subarray(y * rect.width, (y + 1) * rect.width), to);
  }
  return mask;
}
