import type { Rgb } from "../../raster/colour.ts";
import { roundedDistance } from "../../raster/rounded.ts";

export type BorderKind = "solid" | "rounded" | "double" | "dashed" | "neon";

interface BorderLook {
  readonly kind: BorderKind;
  readonly widthPx: number;
  /** Of a rounded border's inner corners; follows the width where it is not said. */
  readonly radiusPx?: number | undefined;
  readonly colour: Rgb;
}

/** Lays the border's paint on one pixel in place; `amount` 0–1. */
export type BorderInk = (x: number, y: number, pixel: Uint8ClampedArray, amount: number) => void;

const clamp01 = (v: number): number => Math.min(1, Math.max(0, v));

/** Signed distance to a rounded rectangle inset in a `width` × `height` frame: negative inside. */
const insetDistance = ({ width, height }: { readonly width: number; readonly height: number }, inset: number, radius: number) =>
  roundedDistance({ cx: width / 2, cy: height / 2, halfWidth: width / 2 - inset, halfHeight: height / 2 - inset, radius });

function cover(pixel: Uint8ClampedArray, colour: Rgb, amount: number): void {
  if (amount <= 0) return;
  for (let c = 0; c < 3; c++) pixel[c] += (colour[c] - pixel[c]) * amount;
  pixel[3] = Math.max(pixel[3], 255 * amount);
}

/** Light added to light: never darker than what was there. */
function shine(pixel: Uint8ClampedArray, colour: Rgb, amount: number): void {
  for (let c = 0; c < 3; c++) pixel[c] = 255 - (255 - pixel[c]) * (1 - (colour[c] / 255) * amount);
}

function neonInk(size: { readonly width: number; readonly height: number }, { widthPx, colour }: BorderLook): BorderInk {
  const distance = insetDistance(size, widthPx * 1.6, widthPx * 2);
  const tube = widthPx * 0.28;
  const core: Rgb = [colour[0] + (255 - colour[0]) * 0.82, colour[1] + (255 - colour[1]) * 0.82, colour[2] + (255 - colour[2]) * 0.82];
  const reach = widthPx * 3.4;
  return (x, y, pixel, amount) => {
    const d = Math.abs(distance(x, y));
    if (d > reach) return;
    // A glow shows on dark ground only, so the ground is dimmed along the tube, fading out to nothing at the reach.
    const near = (1 - d / reach) ** 2;
    cover(pixel, [colour[0] * 0.1, colour[1] * 0.1, colour[2] * 0.1], amount * 0.6 * near);
    shine(pixel, colour, amount * near * clamp01(0.35 + Math.exp(-d / widthPx)));
    cover(pixel, core, amount * clamp01(tube + 0.5 - d));
  };
}

/** Whole dashes along each side, three widths long with gaps of two; corners are always covered. 0 or 1, softened over a pixel. */
function dashOf({ width, height }: { readonly width: number; readonly height: number }, widthPx: number) {
  const along = (at: number, length: number): number => {
    const period = length / Math.max(1, Math.round(length / (5 * widthPx)));
    const off = Math.abs(((((at + 0.5) % period) + period) % period) - period / 2);
    return clamp01(off - widthPx + 0.5);
  };
  return (x: number, y: number): number =>
    y < widthPx || y >= height - widthPx ? along(x, width) : x < widthPx || x >= width - widthPx ? along(y, height) : 1;
}

/** The paint of a border in a frame: opaque bands, or a glowing tube. Edges are antialiased over one pixel. */
export function borderInk(size: { readonly width: number; readonly height: number }, look: BorderLook): BorderInk {
  if (look.kind === "neon") return neonInk(size, look);
  const radius = look.kind === "rounded" ? (look.radiusPx ?? look.widthPx * 2.2) : 0;
  const inner = insetDistance(size, look.widthPx, radius);
  const gap = insetDistance(size, look.widthPx * 1.6, 0);
  const line = insetDistance(size, look.widthPx * 1.9, 0);
  const dash = dashOf(size, look.widthPx);
  return (x, y, pixel, amount) => {
    const band = clamp01(inner(x, y) + 0.5) * (look.kind === "dashed" ? dash(x, y) : 1);
    const second = look.kind === "double" ? clamp01(line(x, y) + 0.5) - clamp01(gap(x, y) + 0.5) : 0;
    cover(pixel, look.colour, amount * Math.max(band, second));
  };
}
