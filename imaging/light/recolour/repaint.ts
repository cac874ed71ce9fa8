import { type Lab, type Rgb, toCielab, toOklab } from "../../raster/colour.ts";
import { deltaE2000Lab } from "../../raster/delta-e.ts";
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
  /** 1 and above: how much flatter the new paint is about its middle; its darkest and lightest stay as far apart. */
  readonly calm: number;
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

const pixelAt = ({ data }: RasterImage, i: number): Rgb => [data[i * 4], data[i * 4 + 1], data[i * 4 + 2]];

function shadingOf(image: RasterImage, mask: Plane): { shading: Shading; colour: Lab } | undefined {
  // Not from the picture's shared cube: its first step is all that a black thing has.
  const picked = coveredPixels(mask).map((i) => toOklab(pixelAt(image, i)));
  if (picked.length === 0) return undefined;
  const sorted = (c: number): Float32Array => Float32Array.from(picked, (lab) => lab[c]).sort();
  const [l, a, b] = [sorted(0), sorted(1), sorted(2)];
  const shading = { middle: quantile(l, 0.5), low: quantile(l, 0.02), high: quantile(l, 0.98), calm: 1 };
  return { shading, colour: [shading.middle, quantile(a, 0.5), quantile(b, 0.5)] };
}

/** The darkest fiftieth of a thing keeps this much of the target's lightness at least, however deep its shadows were. */
const DEEPEST = 0.42;
/** Nothing painted is lighter than this, OKLab. */
const WHITE = 0.985;
/** The lightest fiftieth of a thing goes this far from the target to white, where it was no nearer to white itself. */
const LIT = 0.5;
/** From this OKLab lightness to white, lights are highlights: they stay what they are. */
const HIGHLIGHT = 0.72;

/**
 * Lightness of the new paint in the old one's light. Less light scales a colour as a whole, in OKLab all three numbers by one factor: shadows keep
 * their share of the middle's light. Lights rise by the same share where there is room below white, and real highlights stay near white.
 */
function relit(l: number, { middle, low, high, calm }: Shading, target: number): number {
  const base = Math.max(0.02, middle);
  if (l < base) {
    const bottom = Math.max(0.02, Math.min(low, base - 0.01));
    const natural = Math.max(DEEPEST, bottom / base);
    const depth = Math.log(Math.max(1e-3, l / base)) / Math.log(bottom / base);
    return target * natural ** (depth < 1 ? depth ** calm : depth);
  }
  const top = Math.max(high, base + 0.01);
  const near = Math.min(1, Math.max(0, (top - HIGHLIGHT) / (0.97 - HIGHLIGHT)));
  const room = Math.max(0, WHITE - target);
  const lit = target + Math.min((target * (top - base)) / base, room * (LIT + (1 - LIT) * near));
  if (l <= top) return target + ((l - base) / (top - base)) ** calm * (lit - target);
  return lit + ((l - top) / Math.max(0.01, 1 - top)) * Math.max(0, WHITE - lit);
}

interface Pigment {
  readonly from: Lab;
  readonly to: Lab;
  readonly shading: Shading;
}

/** A paint weaker than this has no hue of its own, OKLab. */
const COLOURED = 0.04;
/** So much of a grey thing's own tints (reflections) stays. */
const TINTS = 0.5;
/** So much of the new colour is lost on the way to white on things whose own colour does not say which lights are gloss. */
const BLEACHED = 0.8;

/**
 * One colour of the old paint as the new one, by the dichromatic reflection model (Shafer 1985): body colour scaled by its light, and gloss, which has
 * the lamp's colour and not the paint's. What was paler than the paint for its lightness is that much gloss and stays that much paler.
 */
function repainted(colour: Rgb, { from, to, shading }: Pigment): Rgb {
  const [l, a, b] = toOklab(colour);
  const lightness = relit(l, shading, to[0]);
  const light = lightness / Math.max(0.02, to[0]);
  const was = Math.hypot(from[1], from[2]);
  const raised = Math.max(0, lightness - to[0]) / Math.max(0.02, 1 - to[0]);
  if (was <= COLOURED) {
    const strength = Math.min(1, light) * (1 - BLEACHED * raised);
    return intoGamut([lightness, to[1] * strength + (a - from[1]) * TINTS, to[2] * strength + (b - from[2]) * TINTS]);
  }
  const purity = Math.hypot(a, b) / Math.max(0.02, l) / (was / Math.max(0.02, from[0]));
  const strength = Math.min(1.1, light) * Math.min(1, purity) ** 0.8;
  return intoGamut([lightness, to[1] * strength, to[2] * strength]);
}

/** The median colour of what the mask covers fully, CIELAB. */
export function medianLab(image: RasterImage, mask: Plane): Lab | undefined {
  const picked = coveredPixels(mask).map((i) => toCielab(pixelAt(image, i)));
  return picked.length === 0 ? undefined : middleOf(picked);
}

function middleOf(colours: readonly Lab[]): Lab {
  const middle = (c: number): number => Float32Array.from(colours, (lab) => lab[c]).sort()[colours.length >> 1];
  return [middle(0), middle(1), middle(2)];
}

/** A paint darker than this, OKLab, is told apart below `SHADES`, 0–255, by a finer cube: near black a few levels are all its shading. */
const [DARK, SHADES] = [0.4, 64];

/** Flatter and flatter middles, until the median is this near to the target, ΔE2000. */
const [CALMS, MET] = [[1, 1.2, 1.4, 1.7, 2, 2.5, 3], 1.8] as const;
const TRIED = 700;

/**
 * A strong colour is strongest at one lightness only: its lights and its shadows are both paler, and with them the median would be. The middle is made
 * as flat as it must be for the target to be met.
 */
function calmed(image: RasterImage, mask: Plane, { shading, colour, target }: { shading: Shading; colour: Lab; target: Rgb }): Pigment {
  const to = toOklab(target);
  const picked = coveredPixels(mask);
  const stride = Math.max(1, Math.floor(picked.length / TRIED));
  const some = picked.filter((_, k) => k % stride === 0).map((i) => pixelAt(image, i));
  const pigments = CALMS.map((calm) => ({ from: colour, to, shading: { ...shading, calm } }));
  const met = (pigment: Pigment): boolean =>
    deltaE2000Lab(middleOf(some.map((c) => toCielab(repainted(c, pigment)))), toCielab(target)) < MET;
  return pigments.find(met) ?? pigments[pigments.length - 1];
}

/**
 * Gives what the mask covers another colour and keeps its shading: the median of it becomes `target`. A copy; bytes outside the
 * mask and its edge stay. `undefined` where the mask covers nothing fully.
 */
export function repaint(
  image: RasterImage,
  { mask, target, edge = [] }: { readonly mask: Plane; readonly target: Rgb; readonly edge?: readonly EdgePixel[] },
): RasterImage | undefined {
  const found = shadingOf(image, mask);
  if (found === undefined) return undefined;
  const pigment = calmed(image, mask, { ...found, target });
  const map = (colour: Rgb): Rgb => repainted(colour, pigment);
  const cube = colourCube(map);
  const dark = found.shading.middle < DARK ? colourCube(map, SHADES) : undefined;
  const result = blendBy(image, applyCube(image, cube, { where: mask, dark }), mask);
  const fresh = new Float32Array(3);
  for (const { at, paint, share } of edge) {
    lookUp(cube, paint, 0, fresh);
    for (let c = 0; c < 3; c++) result.data[at * 4 + c] = image.data[at * 4 + c] + share * (fresh[c] - paint[c]);
  }
  return result;
}
