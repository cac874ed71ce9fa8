import type { Rgb } from "../../raster/colour.ts";
import { distanceInsideMask } from "../../raster/distance.ts";
import type { FloatImage, Mask } from "../../raster/raster.ts";
import { dominantColours, nearest } from "./clusters.ts";

/** Ink that turns out to be letters and the hard shadow they cast. */
export interface Cast {
  /** 255 = the letters alone. */
  readonly fill: Mask;
  /** Typical colour of the shadow where it shows. */
  readonly colour: Rgb;
  /** How far the shadow lies from its letters, whole pixels. */
  readonly dx: number;
  readonly dy: number;
}

interface Labelled {
  readonly width: number;
  readonly height: number;
  /** Colour's index + 1 where there is ink. */
  readonly label: Uint8Array;
}

/** Pixels of one label, thinned to at most `most`. */
function sampleOf({ label }: Labelled, wanted: number, most: number): number[] {
  const all: number[] = [];
  for (let i = 0; i < label.length; i++) if (label[i] === wanted) all.push(i);
  const step = Math.max(1, all.length / most);
  return Array.from({ length: Math.min(all.length, most) }, (_, k) => all[Math.floor(k * step)]);
}

interface Places {
  readonly x: Int32Array;
  readonly y: Int32Array;
}

const placesOf = (pixels: readonly number[], width: number): Places => ({
  x: Int32Array.from(pixels, (i) => i % width),
  y: Int32Array.from(pixels, (i) => Math.floor(i / width)),
});

interface Pair {
  readonly letters: number;
  readonly shade: number;
  readonly lettersAt: Places;
  readonly shadeAt: Places;
}

/** The label beside a place; 0 beyond the picture. */
function labelAt({ label, width, height }: Labelled, x: number, y: number): number {
  return x < 0 || y < 0 || x >= width || y >= height ? 0 : label[y * width + x];
}

/**
 * How well the shade is the letters moved by (`dx`, `dy`): of what they would cast beside themselves the share that is shade, and
 * of the shade the share that is so cast; harmonic mean.
 */
function castScore(of: Labelled, pair: Pair, { dx, dy }: { dx: number; dy: number }): number {
  const { lettersAt, shadeAt } = pair;
  let [shade, beside] = [0, 0];
  for (let i = 0; i < lettersAt.x.length; i++) {
    const l = labelAt(of, lettersAt.x[i] + dx, lettersAt.y[i] + dy);
    if (l === pair.letters) continue;
    beside++;
    if (l === pair.shade) shade++;
  }
  let cast = 0;
  for (let i = 0; i < shadeAt.x.length; i++) if (labelAt(of, shadeAt.x[i] - dx, shadeAt.y[i] - dy) === pair.letters) cast++;
  const precision = shade / Math.max(1, beside);
  const recall = cast / Math.max(1, shadeAt.x.length);
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
}

const SAMPLES = 1200;
/** Farthest a cast is looked for, share of the line's height. */
const REACH = 0.16;
/** Score from which a cast is believed, and how much better it must be than the shade casting the letters. */
const BELIEVED = 0.62;
const CLEARLY = 0.08;

function bestCast(of: Labelled, pair: Pair, reach: number): { readonly score: number; readonly dx: number; readonly dy: number } {
  let best = { score: 0, dx: 0, dy: 0 };
  const look = (dx: number, dy: number): void => {
    if (dx === 0 && dy === 0) return;
    const score = castScore(of, pair, { dx, dy });
    if (score > best.score) best = { score, dx, dy };
  };
  const step = reach > 6 ? 2 : 1;
  for (let dy = -reach; dy <= reach; dy += step) for (let dx = -reach; dx <= reach; dx += step) look(dx, dy);
  const { dx: cx, dy: cy } = best;
  for (let dy = cy - 1; dy <= cy + 1; dy++) for (let dx = cx - 1; dx <= cx + 1; dx++) look(dx, dy);
  return best;
}

/**
 * Tells letters from the hard shadow beside them: of two colours of the ink, the one of which the other is a moved copy, as far as
 * it is not hidden. `undefined` where the ink is not made so. ~5–40 ms where there are two colours, else next to nothing.
 */
export function findCast(image: FloatImage, support: Mask, lineHeight: number): Cast | undefined {
  const inward = distanceInsideMask(support);
  const core: number[] = [];
  for (let i = 0; i < inward.length; i++) if (inward[i] >= 1) core.push(i);
  const colours = dominantColours(image, core, { count: 3, mergeBelow: 48 });
  if (colours.length < 2) return undefined;
  const label = support.data.map((m, i) => (m === 0 ? 0 : nearest(colours, image.data, i) + 1));
  const of: Labelled = { width: support.width, height: support.height, label };
  const samples = colours.map((_, k) => placesOf(sampleOf(of, k + 1, SAMPLES), of.width));
  const reach = Math.max(2, Math.min(14, Math.round(REACH * lineHeight)));
  const pairs = colours.flatMap((_, a) => colours.flatMap((__, b) => (a === b ? [] : [[a, b] as const])));
  const found = pairs.map(([a, b]) => {
    const pair = { letters: a + 1, shade: b + 1, lettersAt: samples[a], shadeAt: samples[b] };
    return { a, b, ...bestCast(of, pair, reach) };
  });
  const best = found.reduce((x, y) => (y.score > x.score ? y : x));
  const reverse = found.find((f) => f.a === best.b && f.b === best.a)?.score ?? 0;
  const atLimit = Math.max(Math.abs(best.dx), Math.abs(best.dy)) >= reach;
  if (atLimit || best.score < BELIEVED || best.score < reverse + CLEARLY) return undefined;
  const data = label.map((l) => (l === best.a + 1 ? 255 : 0));
  return { fill: { ...support, data }, colour: colours[best.b], dx: best.dx, dy: best.dy };
}

/** Share of the fill's colour in a pixel that mixes ground, shadow and fill; `undefined` where the three cannot be told apart. */
export function shareOfFill(pixel: Rgb, at: { readonly ground: Rgb; readonly shade: Rgb; readonly fill: Rgb }): number | undefined {
  let [uu, uw, ww, ud, wd] = [0, 0, 0, 0, 0];
  for (let c = 0; c < 3; c++) {
    const [u, w, d] = [at.fill[c] - at.ground[c], at.shade[c] - at.ground[c], pixel[c] - at.ground[c]];
    uu += u * u;
    uw += u * w;
    ww += w * w;
    ud += u * d;
    wd += w * d;
  }
  const det = uu * ww - uw * uw;
  if (det < 0.02 * uu * ww) return undefined;
  const fill = (ud * ww - wd * uw) / det;
  const shade = (wd * uu - ud * uw) / det;
  return Math.max(0, Math.min(1, shade < 0 ? ud / Math.max(1, uu) : fill));
}
