import { type Rgb, rgbDistance } from "../../raster/colour.ts";
import { dilate } from "../../raster/dilate.ts";
import { distanceInsideMask } from "../../raster/distance.ts";
import { pushPull } from "../../raster/push-pull.ts";
import type { FloatImage, Mask, Plane } from "../../raster/raster.ts";
import { median, quantile } from "../../raster/statistics.ts";
import { cellOf, type LineFrame } from "../frame.ts";
import { shareOfFill } from "./cast.ts";
import { colourAt, dominantColours, nearest } from "./clusters.ts";

/** Share of a set's pixels that lie at the rim of the whole ink. */
const contact = (set: readonly number[], inward: Float32Array): number =>
  set.filter((i) => inward[i] <= 1.5).length / Math.max(1, set.length);

/** Height the set takes across the line, outliers aside. An outline and its fill are as tall as each other; the halves of a gradient are not. */
export const heightOf = (set: readonly number[], frame: LineFrame): number => {
  const across = set.map((i) => frame.v[i]);
  return quantile(across, 0.97) - quantile(across, 0.03);
};

/** Share of the character cells in which the set has pixels. */
export const cellsTouched = (set: readonly number[], frame: LineFrame, edges: readonly number[]): number =>
  new Set(set.map((i) => cellOf(edges, frame.u[i]))).size / (edges.length - 1);

/**
 * Narrows ink to its fill where an outline surrounds it: of two colours that both run through the line, the one that
 * hardly ever touches the ink's rim. The same mask where there is no such pair.
 */
export function innerFill(image: FloatImage, support: Mask, at: { readonly frame: LineFrame; readonly edges: readonly number[] }): Mask {
  const inward = distanceInsideMask(support);
  const ink: number[] = [];
  for (let i = 0; i < inward.length; i++) if (inward[i] >= 1) ink.push(i);
  const colours = dominantColours(image, ink, { count: 3, mergeBelow: 60 });
  if (colours.length < 2) return support;
  const sets = colours.map((_, k) => ink.filter((i) => nearest(colours, image.data, i) === k));
  const rims = sets.map((s) => contact(s, inward));
  const fill = rims.reduce(
    (best, r, k) => (r < rims[best] && sets[k].length > 0.12 * ink.length ? k : best),
    rims.indexOf(Math.max(...rims)),
  );
  const outer = rims.indexOf(Math.max(...rims));
  const isPair =
    fill !== outer &&
    sets[fill].length > 0.12 * ink.length &&
    rims[fill] < 0.35 * rims[outer] &&
    [fill, outer].every((k) => cellsTouched(sets[k], at.frame, at.edges) > 0.7) &&
    heightOf(sets[fill], at.frame) > 0.72 * heightOf(ink, at.frame);
  if (!isPair) return support;
  const data = new Uint8Array(support.data.length);
  for (const i of sets[fill]) data[i] = 255;
  return { ...support, data };
}

/** Typical colour of the fill's core pixels, per character cell and overall. */
export interface FillColours {
  readonly overall: Rgb;
  readonly cells: readonly Rgb[];
  /** Half the stroke's width in pixels (upper range). */
  readonly halfStroke: number;
}

const middle = (image: FloatImage, set: readonly number[]): Rgb => {
  const channel = (c: number) => median(set.map((i) => image.data[i * 3 + c]));
  return [channel(0), channel(1), channel(2)];
};

/**
 * Colours of the fill away from its antialiased rim. In strokes too thin to have a core, the pixels furthest from the
 * surrounding colour stand for it.
 */
export function fillColours(
  image: FloatImage,
  fill: Mask,
  at: { frame: LineFrame; edges: readonly number[]; around: FloatImage },
): FillColours {
  const inward = distanceInsideMask(fill);
  const set: number[] = [];
  for (let i = 0; i < inward.length; i++) if (inward[i] > 0) set.push(i);
  const halfStroke = quantile(
    set.map((i) => inward[i]),
    0.93,
  );
  const contrast = (i: number) => rgbDistance(colourAt(image.data, i), colourAt(at.around.data, i));
  const core = (of: readonly number[]): readonly number[] => {
    if (halfStroke >= 2.2) return of.filter((i) => inward[i] >= Math.max(2, halfStroke * 0.7));
    const strong = quantile(of.map(contrast), 0.8);
    return of.filter((i) => contrast(i) >= strong);
  };
  const overall = middle(image, core(set));
  const cells = at.edges.slice(1).map((_, c) => {
    const mine = core(set.filter((i) => cellOf(at.edges, at.frame.u[i]) === c));
    return mine.length >= 3 ? middle(image, mine) : overall;
  });
  return { overall, cells, halfStroke };
}

/** Colours of the surroundings spread under the fill: known are pixels clear of it and of other lines. */
export function surroundings(image: FloatImage, fill: Mask, foreign: Mask): FloatImage {
  const clear = dilate(fill, 2);
  const known = new Uint8Array(clear.data.length);
  for (let i = 0; i < known.length; i++) known[i] = clear.data[i] === 0 && foreign.data[i] === 0 ? 255 : 0;
  return pushPull(image, { ...fill, data: known });
}

/**
 * Soft coverage of the fill: each pixel's place on the line from its surrounding colour to its fill colour, within 2 px of
 * the hard mask; 0 elsewhere. With `shade`, what a shadow's colour explains is not counted to the fill.
 */
export function softFill(
  image: FloatImage,
  fill: Mask,
  at: { around: FloatImage; colourAt: (i: number) => Rgb; noise: number; shade?: Rgb | undefined },
): Plane {
  const reach = dilate(fill, 2);
  const data = new Float32Array(fill.data.length);
  for (let i = 0; i < data.length; i++) {
    if (reach.data[i] === 0) continue;
    const f = at.colourAt(i);
    if (at.shade) {
      const share = shareOfFill(colourAt(image.data, i), { ground: colourAt(at.around.data, i), shade: at.shade, fill: f });
      data[i] = share ?? (fill.data[i] === 0 ? 0 : 1);
      continue;
    }
    let along = 0;
    let length = 0;
    for (let c = 0; c < 3; c++) {
      const d = f[c] - at.around.data[i * 3 + c];
      along += d * (image.data[i * 3 + c] - at.around.data[i * 3 + c]);
      length += d * d;
    }
    const t = along / Math.max(1, length);
    const floor = Math.min(0.3, (1.5 * at.noise) / Math.sqrt(Math.max(1, length)));
    data[i] = t < floor ? 0 : Math.min(1, t);
  }
  return { width: fill.width, height: fill.height, data };
}
