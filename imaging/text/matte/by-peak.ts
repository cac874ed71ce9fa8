import { type Rgb, rgbDistance } from "../../raster/colour.ts";
import { labelComponents } from "../../raster/components.ts";
import { maskWhere } from "../../raster/mask-where.ts";
import type { FloatImage, Mask } from "../../raster/raster.ts";
import { median } from "../../raster/statistics.ts";
import type { LineFrame } from "../frame.ts";
import { colourAt, nearest } from "./clusters.ts";
import { cellsTouched, heightOf } from "./fill.ts";
import type { Zones } from "./support.ts";

/** Levels of a channel, 0–255, that are counted together, and how many of the fullest bins are looked at. */
const BIN = 12;
const PER_SIDE = Math.ceil(256 / BIN);
const FULLEST = 24;
/** What lies within this distance of a colour, 0–255, makes up its peak, and peaks nearer to each other than this are one. */
const PEAK = 22;
const APART = 40;
/** Pixels near to a peak's colour are of it where no other peak is nearer: within so many times the usual distance in the peak, which grain and compression widen, 0–255. */
const OWN = { spreads: 4, least: 18, most: 44 } as const;
/** Letters' pieces are no smaller than a square of such a side, shares of the line's height; specks of the ground are. */
const SPECK = 0.07;
/** A peak is a line's letters where it takes such a share of the box, and is so many times denser there than around it. */
const SHARE = 0.03;
const DENSER = 2.5;
/** Letters run through such a share of the cells, and are about as tall as the line. */
const THROUGH = 0.7;
const TALL = 0.8;
const MOST = 2;

/** Mean colours of the fullest bins, each moved once to the middle of its peak. */
function peaksOf({ data }: FloatImage, pixels: readonly number[]): readonly Rgb[] {
  const counts = new Map<number, number>();
  const bin = (v: number): number => Math.min(PER_SIDE - 1, Math.floor(v / BIN));
  const binOf = (i: number): number => (bin(data[i * 3]) * PER_SIDE + bin(data[i * 3 + 1])) * PER_SIDE + bin(data[i * 3 + 2]);
  for (const i of pixels) counts.set(binOf(i), (counts.get(binOf(i)) ?? 0) + 1);
  const fullest = [...counts].sort((a, b) => b[1] - a[1]).slice(0, FULLEST);
  const centre = (k: number): Rgb => [
    (Math.floor(k / PER_SIDE / PER_SIDE) + 0.5) * BIN,
    ((Math.floor(k / PER_SIDE) % PER_SIDE) + 0.5) * BIN,
    ((k % PER_SIDE) + 0.5) * BIN,
  ];
  const found: Rgb[] = [];
  for (const [k] of fullest) {
    const colour = middleOf(data, pixels, centre(k));
    if (found.every((other) => rgbDistance(other, colour) > APART)) found.push(colour);
  }
  return found;
}

const near = (data: Float32Array, i: number, colour: Rgb, reach: number): boolean => {
  const [r, g, b] = [data[i * 3] - colour[0], data[i * 3 + 1] - colour[1], data[i * 3 + 2] - colour[2]];
  return r * r + g * g + b * b < reach * reach;
};

function middleOf(data: Float32Array, pixels: readonly number[], start: Rgb): Rgb {
  let n = 0;
  const sum = [0, 0, 0];
  for (const i of pixels) {
    if (!near(data, i, start, PEAK)) continue;
    n++;
    colourAt(data, i).forEach((v, c) => {
      sum[c] += v;
    });
  }
  return n === 0 ? start : [sum[0] / n, sum[1] / n, sum[2] / n];
}

/** How far from a peak's colour its own pixels lie. */
function reachOf(data: Float32Array, pixels: readonly number[], colour: Rgb): number {
  const away = pixels.filter((i) => near(data, i, colour, PEAK)).map((i) => rgbDistance(colourAt(data, i), colour));
  return Math.min(OWN.most, Math.max(OWN.least, OWN.spreads * median(away)));
}

/** The ink without pieces too small to be of letters. */
function withoutSpecks(ink: Mask, height: number): Mask {
  const { labels, components } = labelComponents(ink);
  const least = (SPECK * height) ** 2;
  return maskWhere(ink, (i) => labels[i] !== 0 && components[labels[i] - 1].area >= least);
}

/**
 * Ink of one even colour on a ground of many: letters are flat where photographs are not, so their colour is a peak among those of the box that
 * what is around it lacks. 255 = of that colour; the likeliest first. ~10 ms on a 600×120 region.
 */
export function inkByPeak(
  image: FloatImage,
  zones: Pick<Zones, "inside" | "ring" | "near">,
  at: { readonly frame: LineFrame; readonly edges: readonly number[] },
): readonly Mask[] {
  const { data } = image;
  const colours = peaksOf(image, zones.inside);
  const share = (set: readonly number[], colour: Rgb): number =>
    set.filter((i) => near(data, i, colour, PEAK)).length / Math.max(1, set.length);
  const isOf = (i: number, k: number, reach: number): boolean => near(data, i, colours[k], reach) && nearest(colours, data, i) === k;
  return colours
    .map((colour, k) => ({ k, inside: share(zones.inside, colour), ring: share(zones.ring, colour) }))
    .filter(({ inside, ring }) => inside > SHARE && inside > DENSER * ring)
    .sort((a, b) => b.inside / (b.ring + SHARE) - a.inside / (a.ring + SHARE))
    .map(({ k }) => ({ k, reach: reachOf(data, zones.inside, colours[k]) }))
    .filter(({ k, reach }) => {
      const own = zones.inside.filter((i) => isOf(i, k, reach));
      return cellsTouched(own, at.frame, at.edges) > THROUGH && heightOf(own, at.frame) > TALL * at.frame.halfV;
    })
    .slice(0, MOST)
    .map(({ k, reach }) =>
      withoutSpecks(
        maskWhere(at.frame, (i) => zones.near[i] !== 0 && isOf(i, k, reach)),
        2 * at.frame.halfV,
      ),
    );
}
