import type { Rect } from "../../../protocol/geometry.ts";
import { boxMean } from "../../raster/box-mean.ts";
import { labelComponents } from "../../raster/components.ts";
import { cropRaster } from "../../raster/crop.ts";
import { dilate, erode } from "../../raster/dilate.ts";
import { maskWhere } from "../../raster/mask-where.ts";
import type { Mask, RasterImage } from "../../raster/raster.ts";
import type { LabImage } from "../background/border-surface.ts";
import { oklabPixels } from "../kernel/colour-cube.ts";

/** Larger boxes are taken whole, pixels: what is that large is refused on busy grounds anyway. */
const LARGEST = 500_000;
/** Colours of the rim are told apart to this, and count from this share of it on. OKLab ×100. */
const [CELL, COMMON] = [4, 0.01];
/** Ground is reached in steps this small while it stays this near to a colour of the rim. OKLab ×100. */
const [STEP, NEAR] = [3.2, 7];
/** Half the width of a blend between two grounds, which belongs to neither, pixels. */
const BLEND = 2;
/** Share of the box a thing takes. */
const SHARE = { least: 0.03, most: 0.75 };
/**
 * It must be nearly all that stands apart: the rest is a blend of two grounds. More than that is a pattern, of which a part would be taken
 * for the thing, or lettering, of which a part would stay behind.
 */
const ALONE = 0.85;
/** Room for blur and compression around it, pixels. */
const EDGE = 2.5;
/** Pixels around a thing that tell what it stands before, and how far off another ground is, OKLab ×100. */
const [AROUND, OTHER] = [4, 12];
/** Borders that may run into a box: one from side to side, or a strip. A pattern has more. */
const CROSSINGS = 4;
/** So much of what is around it must be of another ground for two to meet behind it. */
const MEET = 0.12;

export interface Apart {
  /** Box-sized; 255 = the thing with its soft edge. */
  readonly mask: Mask;
  /** Two grounds meet behind it: where their border runs is not seen. */
  readonly meeting: boolean;
}

/** Smoothed over 3 × 3 pixels, so that grain is no step. */
function smoothed(image: RasterImage): LabImage {
  const { width, height } = image;
  const lab = oklabPixels(image);
  const data = new Float32Array(lab.length);
  for (let c = 0; c < 3; c++) {
    const plane = { width, height, data: Float32Array.from({ length: width * height }, (_, i) => lab[i * 3 + c]) };
    const mean = boxMean(plane, 1).data;
    for (let i = 0; i < mean.length; i++) data[i * 3 + c] = mean[i];
  }
  return { width, height, data };
}

const apart = (a: ArrayLike<number>, i: number, b: ArrayLike<number>, k: number): number =>
  Math.hypot(a[i] - b[k], a[i + 1] - b[k + 1], a[i + 2] - b[k + 2]);

/** The box's outermost pixels, once round it, but for sides at the picture's own edge: things run out there. */
function rimOf({ x, y, width, height }: Rect<"image">, picture: RasterImage): number[] {
  const side = (counts: boolean, length: number, at: (k: number) => number): number[] =>
    counts ? Array.from({ length }, (_, k) => at(k)) : [];
  return [
    ...side(y > 0, width, (k) => k),
    ...side(x + width < picture.width, height, (k) => k * width + width - 1),
    ...side(y + height < picture.height, width, (k) => (height - 1) * width + width - 1 - k),
    ...side(x > 0, height, (k) => (height - 1 - k) * width),
  ];
}

/** How often one ground gives way to another along the rim. */
function crossings({ data }: LabImage, rim: readonly number[]): number {
  const steps = rim.map((i, k) => apart(data, i * 3, data, (rim[(k + BLEND + 1) % rim.length] ?? i) * 3) > OTHER);
  return steps.filter((step, k) => step && !steps[(k + steps.length - 1) % steps.length]).length;
}

/** Means of the rim's commoner colours. */
function coloursOf({ data }: LabImage, rim: readonly number[]): readonly (readonly number[])[] {
  const cells = new Map<string, number[]>();
  for (const i of rim) {
    const key = [0, 1, 2].map((c) => Math.round(data[i * 3 + c] / CELL)).join(" ");
    const sums = cells.get(key) ?? [0, 0, 0, 0];
    cells.set(key, [sums[0] + data[i * 3], sums[1] + data[i * 3 + 1], sums[2] + data[i * 3 + 2], sums[3] + 1]);
  }
  return [...cells.values()].filter((s) => s[3] >= COMMON * rim.length).map((s) => [s[0] / s[3], s[1] / s[3], s[2] / s[3]]);
}

/** What is reached from the rim in small steps, 1. */
function reached(lab: LabImage, rim: readonly number[]): Uint8Array {
  const { width, data } = lab;
  const colours = coloursOf(lab, rim);
  const seen = new Uint8Array(data.length / 3);
  const stack = [...rim];
  for (const i of rim) seen[i] = 1;
  for (let i = stack.pop(); i !== undefined; i = stack.pop()) {
    const x = i % width;
    for (const k of [x > 0 ? i - 1 : i, x + 1 < width ? i + 1 : i, i >= width ? i - width : i, i + width < seen.length ? i + width : i]) {
      if (seen[k] !== 0 || apart(data, i * 3, data, k * 3) > STEP || colours.every((c) => apart(data, k * 3, c, 0) > NEAR)) continue;
      seen[k] = 1;
      stack.push(k);
    }
  }
  return seen;
}

/** Share of the pixels around a thing that are of another ground than most. */
function otherGround(lab: LabImage, thing: Mask): number {
  const around = dilate(thing, AROUND).data;
  const pixels = Array.from(thing.data.keys()).filter((i) => around[i] !== 0 && thing.data[i] === 0);
  const howMany = (says: (i: number) => boolean): number => pixels.reduce((n, i) => n + (says(i) ? 1 : 0), 0);
  const grounds = coloursOf(lab, pixels).map((colour) => ({
    near: howMany((i) => apart(lab.data, i * 3, colour, 0) < NEAR),
    other: howMany((i) => apart(lab.data, i * 3, colour, 0) > OTHER),
  }));
  const [most] = grounds.sort((a, b) => b.near - a.near);
  return most === undefined ? 0 : most.other / Math.max(1, pixels.length);
}

const areaOf = (mask: Mask): number => mask.data.reduce((n, v) => n + (v === 0 ? 0 : 1), 0);

/** The largest part of a mask. */
function largest(mask: Mask): Mask {
  const { labels, components } = labelComponents(mask);
  const most = components.reduce((best, c) => (c.area > best.area ? c : best), { label: 0, area: 0 });
  return maskWhere(mask, (i) => labels[i] !== 0 && labels[i] === most.label);
}

/**
 * The thing inside a box whose rim lies on several grounds (a horizon, a person's outline): what cannot be reached from the rim in small
 * steps of the rim's own colours. `undefined` where nothing stands so by itself, as on
 * busy grounds, or where it is in several parts. O(box).
 */
export function apartFromRim(image: RasterImage, rect: Rect<"image">): Apart | undefined {
  const area = rect.width * rect.height;
  const rim = rimOf(rect, image);
  if (area > LARGEST || rim.length === 0) return undefined;
  const lab = smoothed(cropRaster(image, rect));
  if (crossings(lab, rim) > CROSSINGS) return undefined;
  const seen = reached(lab, rim);
  const unreached = maskWhere(rect, (i) => seen[i] === 0);
  const thing = largest(dilate(erode(unreached, BLEND), BLEND));
  const [whole, thick] = [areaOf(unreached), areaOf(thing)];
  if (thick < SHARE.least * area || thick > SHARE.most * area || thick < ALONE * whole) return undefined;
  const mask = dilate(thing, EDGE);
  return { mask, meeting: otherGround(lab, mask) > MEET };
}
