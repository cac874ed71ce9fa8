import { fromYcc, throughHalfSize, toYcc } from "../../raster/chroma.ts";
import { type Rgb, rgbDistance } from "../../raster/colour.ts";
import { createPlane, type FloatImage, type Plane } from "../../raster/raster.ts";
import type { Outline } from "./outline.ts";

interface Ground {
  readonly image: FloatImage;
  readonly plate: FloatImage;
  readonly fill: Plane;
  readonly fillColour: Rgb;
  /** Where the region lies in the picture. */
  readonly origin: { readonly x: number; readonly y: number };
}

/** Least-squares colour of an outline with this coverage, and the squared error with and without it over the band. */
function tryOutline({ image, plate, fill, fillColour }: Ground, outlined: Plane): { colour: Rgb; gain: number; weight: number } {
  const sum = [0, 0, 0];
  let weight = 0;
  const share = (i: number) => Math.max(0, outlined.data[i] - fill.data[i]);
  for (let i = 0; i < fill.data.length; i++) {
    const o = share(i);
    if (o < 0.1) continue;
    weight += o * o;
    for (let c = 0; c < 3; c++) {
      const rest = image.data[i * 3 + c] - fillColour[c] * fill.data[i] - plate.data[i * 3 + c] * (1 - fill.data[i] - o);
      sum[c] += o * rest;
    }
  }
  if (weight < 8) return { colour: fillColour, gain: 0, weight };
  const colour = sum.map((s) => Math.max(0, Math.min(255, s / weight))) as unknown as Rgb;
  let [plain, lined] = [0, 0];
  for (let i = 0; i < fill.data.length; i++) {
    const o = share(i);
    if (o < 0.1) continue;
    for (let c = 0; c < 3; c++) {
      const bare = fillColour[c] * fill.data[i] + plate.data[i * 3 + c] * (1 - fill.data[i]);
      plain += (image.data[i * 3 + c] - bare) ** 2;
      lined += (image.data[i * 3 + c] - bare - (colour[c] - plate.data[i * 3 + c]) * o) ** 2;
    }
  }
  return { colour, gain: plain === 0 ? 0 : (plain - lined) / plain, weight };
}

/** Mean colour of the plate under and near the letters. */
function meanUnder({ plate, fill }: Ground): Rgb {
  const sum = [0, 0, 0];
  let n = 0;
  for (let i = 0; i < fill.data.length; i++) {
    if (fill.data[i] < 0.05) continue;
    n++;
    for (let c = 0; c < 3; c++) sum[c] += plate.data[i * 3 + c];
  }
  return [sum[0] / Math.max(1, n), sum[1] / Math.max(1, n), sum[2] / Math.max(1, n)];
}

/** Distance of a colour from the mixtures of two others: letters a little softer than fitted leave a rim of such a mixture. */
function fromMixture(colour: Rgb, a: Rgb, b: Rgb): number {
  const length = rgbDistance(a, b) ** 2 || 1;
  const along = [0, 1, 2].reduce((sum, c) => sum + (colour[c] - a[c]) * (b[c] - a[c]), 0) / length;
  const t = Math.max(0, Math.min(1, along));
  return rgbDistance(colour, [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, a[2] + (b[2] - a[2]) * t]);
}
const MIXED = 24;
/** A colour this far from any mixture needs less of a gain to be believed. */
const STRANGE = 60;

/** The letters without an outline, their colour blurred as a file leaves it that keeps colour at half size. */
function bareAtHalfSize({ plate, fill, fillColour, origin }: Ground): readonly [Plane, Plane, Plane] {
  const planes = [0, 1, 2].map(() => createPlane(fill.width, fill.height));
  for (let i = 0; i < fill.data.length; i++) {
    const bare = [0, 1, 2].map((c) => fillColour[c] * fill.data[i] + plate.data[i * 3 + c] * (1 - fill.data[i])) as unknown as Rgb;
    for (const [c, value] of toYcc(bare).entries()) planes[c].data[i] = value;
  }
  return [planes[0], throughHalfSize(planes[1], origin), throughHalfSize(planes[2], origin)];
}

/** Share of the error in the band that colour kept at half size explains, as `gain` is of an outline. */
function gainOfHalfSize(ground: Ground, outlined: Plane): number {
  const { image, plate, fill, fillColour } = ground;
  const [y, cb, cr] = bareAtHalfSize(ground);
  let [plain, half] = [0, 0];
  for (let i = 0; i < fill.data.length; i++) {
    if (outlined.data[i] - fill.data[i] < 0.1) continue;
    const bled = fromYcc([y.data[i], cb.data[i], cr.data[i]]);
    for (let c = 0; c < 3; c++) {
      const seen = image.data[i * 3 + c];
      plain += (seen - fillColour[c] * fill.data[i] - plate.data[i * 3 + c] * (1 - fill.data[i])) ** 2;
      half += (seen - bled[c]) ** 2;
    }
  }
  return plain === 0 ? 0 : (plain - half) / plain;
}
/** An outline whose colours bleeding explains so large a part of it as well is what the file's half-size colour left. */
const BLED = 0.5;

const WIDTHS = [1, 1.5, 2, 2.75, 3.5];
/** Share of the error in the band that an outline must explain to be believed, at least and by any colour. */
const CLEAR_GAIN = 0.4;
const SURE_GAIN = 0.55;

/**
 * Looks for an outline too thin to be read off the picture directly: draws outlines of a few widths over the plate and keeps
 * one where it explains most of what the fill alone leaves unexplained. `undefined` where none does.
 */
export function findThinOutline(ground: Ground, outlinedBy: (widthPx: number) => Plane): Outline | undefined {
  const meanGround = meanUnder(ground);
  let best: (Outline & { readonly gain: number }) | undefined;
  for (const widthPx of WIDTHS) {
    const { colour, gain } = tryOutline(ground, outlinedBy(widthPx));
    const contrast = rgbDistance(colour, ground.fillColour);
    const strange = fromMixture(colour, ground.fillColour, meanGround);
    if (rgbDistance(colour, meanGround) < 40 || strange < MIXED || (gain < SURE_GAIN && strange < STRANGE)) continue;
    if (gain > (best?.gain ?? CLEAR_GAIN) + 0.01 && contrast > 60) best = { colour, widthPx, gain };
  }
  if (best === undefined || gainOfHalfSize(ground, outlinedBy(best.widthPx)) > BLED * best.gain) return undefined;
  return { colour: best.colour, widthPx: best.widthPx };
}
