import { cropFloat } from "../../../imaging/raster/crop.ts";
import { dilate } from "../../../imaging/raster/dilate.ts";
import { createMask, type Mask } from "../../../imaging/raster/raster.ts";
import { ssim } from "../../../imaging/raster/ssim.ts";
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

/** SSIM of luma and PSNR of RGB inside the rectangle; `placedSsim` once the result is moved to where the truth has it, by `shift` pixels. */
export function likeness(
  result: Pixels,
  truth: Pixels,
  rect: Rect<"image">,
): { ssim: number; psnr: number; placedSsim: number; shift: number } {
  const [x, y] = [cropFloat(result, rect), cropFloat(truth, rect)];
  let squares = 0;
  for (let i = 0; i < x.data.length; i++) squares += (x.data[i] - y.data[i]) ** 2;
  const shift = shiftBetween(result, truth, rect);
  const raw = ssim(x, y);
  return {
    ssim: raw,
    psnr: decibels(squares, x.data.length),
    placedSsim: Math.max(raw, ssim(cropShifted(result, rect, shift), y)),
    shift: Math.hypot(shift.dx, shift.dy),
  };
}

/** How near the result is to the clean picture where old ink was and the new text does not reach; `undefined` below 40 pixels. */
export function plateLikeness(result: Pixels, clean: Pixels, at: { oldInk: Coverage; newInk: Coverage }): number | undefined {
  const fresh = createMask(result.width, result.height);
  for (let i = 0; i < fresh.data.length; i++) if (at.newInk.data[i] > 2) fresh.data[i] = 255;
  const near = dilate(fresh, 2);
  let [squares, count] = [0, 0];
  for (let i = 0; i < near.data.length; i++) {
    if (near.data[i] !== 0 || at.oldInk.data[i] < 12) continue;
    count++;
    for (let c = 0; c < 3; c++) squares += (result.data[i * 4 + c] - clean.data[i * 4 + c]) ** 2;
  }
  return count < 40 ? undefined : decibels(squares, count * 3);
}
