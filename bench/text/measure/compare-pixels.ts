import { blurPlane } from "../../../imaging/raster/blur.ts";
import { luma } from "../../../imaging/raster/colour.ts";
import { cropFloat } from "../../../imaging/raster/crop.ts";
import { createPlane, type FloatImage, type Mask } from "../../../imaging/raster/raster.ts";
import { lumaPlane, ssimMap } from "../../../imaging/raster/ssim.ts";
import type { Rect } from "../../../protocol/geometry.ts";
import type { Coverage, Pixels } from "../generate/poster-spec.ts";
import { cropShifted, shiftBetween } from "./register.ts";

const decibels = (squares: number, count: number): number => Math.min(99, 10 * Math.log10((255 * 255 * count) / Math.max(squares, 1e-9)));

/** Pixels that differ though the mask says they were left alone. */
export function changedOutside(before: Pixels, after: Pixels, mask: Mask): number {
  let changed = 0;
  for (let i = 0; i < mask.data.length; i++) {
    if (mask.data[i] !== 0) continue;
    for (let c = 0; c < 4; c++) {
      if (before.data[i * 4 + c] === after.data[i * 4 + c]) continue;
      changed++;
      break;
    }
  }
  return changed;
}

function alike(a: FloatImage, b: FloatImage, grain: number): number {
  const values = ssimMap(lumaPlane(a), lumaPlane(b), grain);
  return values.reduce((sum, v) => sum + v, 0) / values.length;
}

/**
 * SSIM of luma and PSNR of RGB inside the rectangle; `placedSsim` once the result is moved to where the truth has it, by `shift` pixels.
 * `grain`: variance of noise that the picture was given, which no restored ground repeats.
 */
export function likeness(
  result: Pixels,
  truth: Pixels,
  { rect, grain }: { readonly rect: Rect<"image">; readonly grain: number },
): { ssim: number; psnr: number; placedSsim: number; shift: number } {
  const [x, y] = [cropFloat(result, rect), cropFloat(truth, rect)];
  let squares = 0;
  for (let i = 0; i < x.data.length; i++) squares += (x.data[i] - y.data[i]) ** 2;
  const shift = shiftBetween(result, truth, rect);
  const raw = alike(x, y, grain);
  return {
    ssim: raw,
    psnr: decibels(squares, x.data.length),
    placedSsim: Math.max(raw, alike(cropShifted(result, rect, shift), y, grain)),
    shift: Math.hypot(shift.dx, shift.dy),
  };
}

/** Mean size of the second difference along rows at a pixel, the measure of fine texture. */
function detail({ data, width }: Pixels, i: number): number {
  const grey = (k: number): number => luma(data[k * 4], data[k * 4 + 1], data[k * 4 + 2]);
  return Math.abs(grey(i - 1) + grey(i + 1) - 2 * grey(i)) + Math.abs(grey(i - width) + grey(i + width) - 2 * grey(i));
}

/** How near an erased picture is to the clean one where there was ink; `undefined` where it was less than 40 pixels. */
export function plateLikeness(erased: Pixels, clean: Pixels, ink: Coverage): { platePsnr: number; textureRatio: number } | undefined {
  let [squares, count, restored, wanted] = [0, 0, 0, 0];
  for (let i = ink.width; i < ink.data.length - ink.width; i++) {
    if (ink.data[i] < 12) continue;
    count++;
    for (let c = 0; c < 3; c++) squares += (erased.data[i * 4 + c] - clean.data[i * 4 + c]) ** 2;
    restored += detail(erased, i);
    wanted += detail(clean, i);
  }
  if (count < 40) return undefined;
  return { platePsnr: decibels(squares, count * 3), textureRatio: (restored / count + 0.5) / (wanted / count + 0.5) };
}

/** Grain finer than this Gaussian σ, pixels, is nothing that is left of a text. */
const GRAIN = 1.5;

/** RMS difference of lightness to the clean picture where there was ink, 0–255, without what is only another grain. */
export function smearOf(erased: Pixels, clean: Pixels, ink: Coverage): number {
  const grey = ({ data }: Pixels, i: number): number => luma(data[i * 4], data[i * 4 + 1], data[i * 4 + 2]);
  const off = createPlane(ink.width, ink.height);
  for (let i = 0; i < off.data.length; i++) off.data[i] = grey(erased, i) - grey(clean, i);
  const coarse = blurPlane(off, GRAIN).data;
  let [squares, count] = [0, 0];
  for (let i = 0; i < coarse.length; i++) {
    if (ink.data[i] < 12) continue;
    squares += coarse[i] ** 2;
    count++;
  }
  return Math.sqrt(squares / Math.max(1, count));
}
