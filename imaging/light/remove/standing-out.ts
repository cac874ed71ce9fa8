import type { Rect } from "../../../protocol/geometry.ts";
import { cropRaster } from "../../raster/crop.ts";
import { dilate } from "../../raster/dilate.ts";
import { createMask, type Mask, type RasterImage } from "../../raster/raster.ts";
import { type GroundSurface, groundSurface, type LabImage } from "../background/border-surface.ts";
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

function groundIn(image: RasterImage, rect: Rect<"image">): { readonly lab: LabImage; readonly ground: GroundSurface } {
  const cut = cropRaster(image, rect);
  const lab: LabImage = { width: cut.width, height: cut.height, data: oklabPixels(cut) };
  return { lab, ground: groundSurface(lab) };
}

/** Whether a rectangle's rim lies on one plain or soft ground. */
export const hasPlainRim = (image: RasterImage, rect: Rect<"image">): boolean => groundIn(image, rect).ground.share >= PLAIN;

/**
 * What differs from the plain ground at a rectangle's rim; `undefined` where the rim is no plain ground, where everything differs or
 * nothing does.
 */
export function standingOut(image: RasterImage, rect: Rect<"image">): StandingOut | undefined {
  const { lab, ground } = groundIn(image, rect);
  if (ground.share < PLAIN) return undefined;
  const limit = Math.max(3, 3.2 * ground.sigma);
  const expected = new Float32Array(3);
  const mask = createMask(lab.width, lab.height);
  let count = 0;
  for (let i = 0; i < mask.data.length; i++) {
    ground.at(i % lab.width, Math.floor(i / lab.width), expected);
    const d = Math.hypot(lab.data[i * 3] - expected[0], lab.data[i * 3 + 1] - expected[1], lab.data[i * 3 + 2] - expected[2]);
    if (d <= limit) continue;
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
