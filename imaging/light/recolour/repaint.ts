import { type Lab, type Rgb, toCielab, toOklab } from "../../raster/colour.ts";
import type { Plane, RasterImage } from "../../raster/raster.ts";
import { applyCube, colourCube, lookUp } from "../kernel/colour-cube.ts";
import { blendBy } from "../kernel/where-allowed.ts";
import { intoGamut } from "../tone/grade-colour.ts";
import type { EdgePixel } from "./clean-edge.ts";

/** The paint's lightness as it is: middle, and the range its shading spans, OKLab 0–1. */
interface Shading {
  readonly middle: number;
  readonly low: number;
  readonly high: number;
}

function quantile(sorted: Float32Array, share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
}

/** Pixels the mask covers fully, thinned out evenly to what a median needs. */
function coveredPixels(mask: Plane): readonly number[] {
  let count = 0;
  for (let i = 0; i < mask.data.length; i++) if (mask.data[i] > 0.8) count++;
  const stride = Math.max(1, Math.floor(count / 20_000));
  const picked: number[] = [];
  for (let i = 0, k = 0; i < mask.data.length; i++) if (mask.data[i] > 0.8 && k++ % stride === 0) picked.push(i);
  return picked;
}

function shadingOf(lab: Float32Array, mask: Plane): { shading: Shading; colour: Lab } | undefined {
  const picked = coveredPixels(mask);
  if (picked.length === 0) return undefined;
  const sorted = (c: number): Float32Array => Float32Array.from(picked, (i) => lab[i * 3 + c] / 100).sort();
  const [l, a, b] = [sorted(0), sorted(1), sorted(2)];
  const shading = { middle: quantile(l, 0.5), low: quantile(l, 0.02), high: quantile(l, 0.98) };
  return { shading, colour: [shading.middle, quantile(a, 0.5), quantile(b, 0.5)] };
}

/** Lightness of the new paint in the old one's light: the middle goes to the target, shadows and lights keep their steps where there is room. */
function relit(l: number, { middle, low, high }: Shading, target: number): number {
  if (l < middle) {
    const room = Math.min(1.25, (target - 0.04) / Math.max(0.02, middle - Math.min(low, middle - 0.02)));
    return target - (middle - l) * Math.max(0.15, Math.min(1, room));
  }
  const room = (0.985 - target) / Math.max(0.02, Math.max(high, middle + 0.02) - middle);
  return target + (l - middle) * Math.max(0.08, Math.min(1, room));
}

interface Pigment {
  readonly from: Lab;
  readonly to: Lab;
  readonly shading: Shading;
}

/** One colour of the old paint as the new one: chroma follows the light; highlights stay as white as they were. */
function repainted(colour: Rgb, { from, to, shading }: Pigment): Rgb {
  const [l, a, b] = toOklab(colour);
  const lightness = relit(l, shading, to[0]);
  const [was, now] = [Math.hypot(from[1], from[2]), Math.hypot(a, b)];
  const span = Math.max(0.02, shading.high - shading.middle);
  const gloss = Math.min(1, Math.max(0, (l - shading.middle) / span - 0.6)) * (was > 0.04 ? Math.max(0, 1 - now / was) : 0.35);
  const dim = Math.min(1, Math.max(0.25, lightness / Math.max(0.02, to[0])));
  const strength = dim * (1 - 0.85 * gloss);
  const own = was > 0.04 ? 0 : 0.5;
  return intoGamut([lightness, to[1] * strength + (a - from[1]) * own, to[2] * strength + (b - from[2]) * own]);
}

/** The median colour of what the mask covers fully, CIELAB. */
export function medianLab(image: RasterImage, mask: Plane): Lab | undefined {
  const picked = coveredPixels(mask).map((i) => toCielab([image.data[i * 4], image.data[i * 4 + 1], image.data[i * 4 + 2]]));
  if (picked.length === 0) return undefined;
  const middle = (c: number): number => Float32Array.from(picked, (lab) => lab[c]).sort()[picked.length >> 1];
  return [middle(0), middle(1), middle(2)];
}

/**
 * Gives what the mask covers another colour and keeps its shading: the median of it becomes `target`. A copy; bytes outside the
 * mask and its edge stay. `undefined` where the mask covers nothing fully. `lab`: OKLab ×100 of the picture.
 */
export function repaint(
  image: RasterImage,
  lab: Float32Array,
  { mask, target, edge = [] }: { readonly mask: Plane; readonly target: Rgb; readonly edge?: readonly EdgePixel[] },
): RasterImage | undefined {
  const found = shadingOf(lab, mask);
  if (found === undefined) return undefined;
  const to = toOklab(target);
  const cube = colourCube((colour) => repainted(colour, { from: found.colour, to, shading: found.shading }));
  const result = blendBy(image, applyCube(image, cube, mask), mask);
  const fresh = new Float32Array(3);
  for (const { at, paint, share } of edge) {
    lookUp(cube, paint, 0, fresh);
    for (let c = 0; c < 3; c++) result.data[at * 4 + c] = image.data[at * 4 + c] + share * (fresh[c] - paint[c]);
  }
  return result;
}
