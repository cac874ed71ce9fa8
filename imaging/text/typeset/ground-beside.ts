import type { OrientedBox } from "../../../protocol/geometry.ts";
import type { RasterImage } from "../../raster/raster.ts";

type Rgb = readonly number[];

/** Colours across a line's height at one place along it. */
export interface Strip {
  readonly mean: readonly [number, number, number];
  readonly spread: number;
  readonly pixels: readonly Rgb[];
}

/** Mean colour across the line's height at `u` from the box's centre; `undefined` where it leaves the picture. */
export function stripAt(image: RasterImage, box: OrientedBox<"image">, u: number): Strip | undefined {
  const cos = Math.cos(box.angle);
  const sin = Math.sin(box.angle);
  const sum = [0, 0, 0, 0];
  const pixels: (readonly number[])[] = [];
  const rows = 9;
  for (let k = 0; k < rows; k++) {
    const v = (k / (rows - 1) - 0.5) * box.height * 0.8;
    const x = Math.floor(box.cx + u * cos - v * sin);
    const y = Math.floor(box.cy + u * sin + v * cos);
    if (x < 0 || y < 0 || x >= image.width || y >= image.height) return undefined;
    const i = (y * image.width + x) * 4;
    pixels.push([...image.data.subarray(i, i + 3)]);
    for (let c = 0; c < 3; c++) sum[c] += image.data[i + c];
    sum[3] += image.data[i] ** 2 + image.data[i + 1] ** 2 + image.data[i + 2] ** 2;
  }
  const mean = [sum[0] / rows, sum[1] / rows, sum[2] / rows] as const;
  const variance = sum[3] / rows - mean[0] ** 2 - mean[1] ** 2 - mean[2] ** 2;
  return { mean, spread: Math.sqrt(Math.max(0, variance)), pixels };
}

/** Where the line's own ground is looked at, heights from its middle: close enough to be within a button's rim. */
export const GROUND_AT = 0.58;
const GROUND_SAMPLES = 48;
/** Distance of colours that are one, and the share of a strip that must be known ground. */
const KNOWN = { distance: 26, share: 0.85 } as const;

/** Mean of three by three pixels, without what is grain; `undefined` outside the picture. */
export function patchAt({ data, width, height }: RasterImage, x: number, y: number): Rgb | undefined {
  if (x < 1 || y < 1 || x >= width - 1 || y >= height - 1) return undefined;
  const sum = [0, 0, 0];
  for (let j = y - 1; j <= y + 1; j++) {
    for (let i = x - 1; i <= x + 1; i++) for (let c = 0; c < 3; c++) sum[c] += data[(j * width + i) * 4 + c] / 9;
  }
  return sum;
}

/** Colours right above and below the line, from end to end, where no other stands: stripes and textures that run under it go on beside it. */
function groundRows(
  image: RasterImage,
  box: OrientedBox<"image">,
  isCovered: (x: number, y: number) => boolean,
): readonly (readonly (Rgb | undefined)[])[] {
  const [cos, sin] = [Math.cos(box.angle), Math.sin(box.angle)];
  const colourAt = (u: number, v: number): Rgb | undefined => {
    const [x, y] = [Math.floor(box.cx + u * cos - v * sin), Math.floor(box.cy + u * sin + v * cos)];
    return isCovered(x, y) ? undefined : patchAt(image, x, y);
  };
  return [-GROUND_AT * box.height, GROUND_AT * box.height].map((v) =>
    Array.from({ length: GROUND_SAMPLES }, (_, k) => colourAt(((k + 0.5) / GROUND_SAMPLES - 0.5) * box.width, v)),
  );
}

export const apart = (a: Rgb, b: Rgb): number => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);

/** Length over which a ground must change to be another one, heights: a gradient changes as much, but over a longer way. */
export const EDGE_WITHIN = 0.3;

/** A row without what only passes: of each five places the colour in their midst, so that a letter's foot is none and an edge still is. */
function steady(row: readonly (Rgb | undefined)[]): readonly (Rgb | undefined)[] {
  return row.map((colour, k) => {
    const near = row.slice(Math.max(0, k - 2), k + 3).filter((c) => c !== undefined);
    const toAll = (c: Rgb): number => near.reduce((sum, other) => sum + apart(c, other), 0);
    return colour && near.reduce((best, c) => (toAll(c) < toAll(best) ? c : best));
  });
}

/** How much the ground above and below a line changes from place to place, each row's changes from the least to the greatest. */
function changesAlong(rows: ReturnType<typeof groundRows>, { width, height }: OrientedBox<"image">): readonly (readonly number[])[] {
  const lag = Math.max(1, Math.round((EDGE_WITHIN * height * GROUND_SAMPLES) / width));
  const changes = rows.map((row) =>
    row.slice(lag).flatMap((colour, k) => {
      const before = row[k];
      return colour && before ? [apart(colour, before)] : [];
    }),
  );
  return changes.filter((row) => row.length > 0).map((row) => row.sort((x, y) => x - y));
}

const isKnown = ({ pixels }: Strip, ground: readonly Rgb[]): boolean => {
  const known = pixels.filter((p) => ground.some((g) => apart(p, g) < KNOWN.distance));
  return known.length >= KNOWN.share * pixels.length;
};

/** Usual change from place to place and usual spread beside the line, 0–255, from which it stands on a picture, which goes on whatever it shows. */
const PICTURED = { change: 10, spread: 16 } as const;
/** Share of a strip that must change within a few pixels to be a straight edge across the line. */
const AT_ONCE = 0.8;

/** What the ground beside a line may do and still be the one it stands on. */
export interface Sameness {
  /** Change within a short way. A change no greater than one that the line stands across is none it keeps clear of. */
  readonly tolerance: number;
  readonly busiest: number;
  readonly known: readonly Rgb[];
  readonly pictured: boolean;
}

/** Usual spread of the strips right beside a box, over its height. */
function spreadBeside(image: RasterImage, box: OrientedBox<"image">, side: 1 | -1): number {
  const away = (k: number): number => side * (box.width / 2 + (EDGE_WITHIN + k / 16) * box.height);
  const spreads = Array.from({ length: 16 }, (_, k) => stripAt(image, box, away(k))?.spread ?? 0);
  return spreads.sort((a, b) => a - b)[8];
}

/** What the ground that a box stands on allows on a side of it. `isCovered`: places of other lines. */
export function samenessOf(
  image: RasterImage,
  box: OrientedBox<"image">,
  at: { readonly side: 1 | -1; readonly start: Strip; readonly isCovered: (x: number, y: number) => boolean },
): Sameness {
  const rows = groundRows(image, box, at.isCovered);
  const changes = (of: typeof rows, share: number): number => {
    const along = changesAlong(of, box);
    return along.length === 0 ? 0 : Math.min(...along.map((row) => row[Math.floor(share * (row.length - 1))]));
  };
  const pictured = changes(rows, 0.5) > PICTURED.change && spreadBeside(image, box, at.side) > PICTURED.spread;
  const crossed = changes(pictured ? rows : rows.map(steady), 1);
  const { spread } = at.start;
  return {
    tolerance: Math.max(22 + 1.5 * spread, crossed),
    busiest: Math.max(spread + 30, crossed / 2),
    known: rows.flat().filter((colour) => colour !== undefined),
    pictured,
  };
}

/** Whether a strip's pixels change together from the strip right before: an edge as tall as the letters. */
function changesAtOnce(here: Strip, justBefore: Strip, limit: number): boolean {
  const changed = here.pixels.filter((pixel, k) => apart(pixel, justBefore.pixels[k]) > limit);
  return changed.length >= AT_ONCE * here.pixels.length;
}

/** Strips already passed: one a short way back, and the last but one. */
export interface Passed {
  readonly back: Strip;
  readonly just: Strip;
}

/** Whether the ground goes on at a strip. */
export function goesOn(here: Strip, { back, just }: Passed, { tolerance, busiest, known, pictured }: Sameness): boolean {
  if (isKnown(here, known)) return true;
  return pictured ? !changesAtOnce(here, just, tolerance) : apart(here.mean, back.mean) <= tolerance && here.spread <= busiest;
}
