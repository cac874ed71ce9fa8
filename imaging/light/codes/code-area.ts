import { boundsOf, intersect, type Point } from "../../../protocol/geometry.ts";
import type { SeenCode } from "../../ports.ts";
import { createMask, type Mask, type RasterImage } from "../../raster/raster.ts";

/** How far out the card is looked for, and the least a code is widened by, in sides of the code. */
const REACH = { least: 0.04, most: 0.35, step: 0.01 };
/** Beyond the card's end compression rings on, and its edge is antialiased, pixels. */
const RINGING = 6;
/** Visible difference from which a pixel is not the card's any more, 0–255 a channel. */
const OTHER = 36;
/** Samples along a side; where this share of them has left the card's colour, the card has ended. */
const SAMPLES = 24;
const ENDED = 0.8;

const mixed = (a: Point<"image">, b: Point<"image">, t: number): Point<"image"> => ({ x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t });

/** Colour of the pixel a point lies in; `undefined` outside the picture. */
function colourAt({ width, height, data }: RasterImage, p: Point<"image">): readonly number[] | undefined {
  const [x, y] = [Math.floor(p.x), Math.floor(p.y)];
  if (x < 0 || y < 0 || x >= width || y >= height) return undefined;
  const i = (y * width + x) * 4;
  return [data[i], data[i + 1], data[i + 2]];
}

const differs = (a: readonly number[], b: readonly number[]): boolean => a.some((v, c) => Math.abs(v - b[c]) > OTHER);

/** Corners with every side moved outwards by its own share of the code's side. */
function widened(quad: readonly Point<"image">[], by: readonly number[]): readonly Point<"image">[] {
  const at = (u: number, v: number): Point<"image"> => mixed(mixed(quad[0], quad[1], u), mixed(quad[3], quad[2], u), v);
  const [top, right, bottom, left] = by;
  return [at(-left, -top), at(1 + right, -top), at(1 + right, 1 + bottom), at(-left, 1 + bottom)];
}

/** How far out side `k` of the code the quiet card around it ends; `undefined` where it goes on. */
function cardEnd(image: RasterImage, quad: readonly Point<"image">[], k: number): number | undefined {
  const along = (by: number): readonly Point<"image">[] => {
    const out = widened(quad, [by, by, by, by]);
    return Array.from({ length: SAMPLES }, (_, i) => mixed(out[k], out[(k + 1) % 4], 0.15 + (0.7 * i) / (SAMPLES - 1)));
  };
  const card = along(REACH.least).map((p) => colourAt(image, p));
  for (let by = REACH.least + REACH.step; by <= REACH.most; by += REACH.step) {
    const left = along(by).filter((p, i) => {
      const [own, here] = [card[i], colourAt(image, p)];
      return own === undefined || here === undefined || differs(own, here);
    });
    if (left.length >= ENDED * SAMPLES) return by;
  }
  return undefined;
}

/** 255 where a pixel lies inside corners that stand clockwise. */
function polygonMask({ width, height }: RasterImage, corners: readonly Point<"image">[]): Mask {
  const mask = createMask(width, height);
  const isInside = (x: number, y: number): boolean =>
    corners.every((a, i) => {
      const b = corners[(i + 1) % corners.length];
      return (b.x - a.x) * (y - a.y) - (b.y - a.y) * (x - a.x) >= 0;
    });
  const box = intersect(boundsOf(corners), { x: 0, y: 0, width, height });
  for (let y = box.y; y < box.y + box.height; y++)
    for (let x = box.x; x < box.x + box.width; x++) if (isInside(x + 0.5, y + 0.5)) mask.data[y * width + x] = 255;
  return mask;
}

/**
 * What goes when a QR code goes, 255 inside: the code, and the light card it stands on where that ends close by on every side; on a
 * ground that goes on, the code alone with a thin rim. Corners clockwise, as a reader gives them.
 */
export function codeArea(image: RasterImage, { quad }: Pick<SeenCode, "quad">): Mask {
  const ends = [0, 1, 2, 3].map((k) => cardEnd(image, quad, k));
  const rim = RINGING / Math.max(1, Math.hypot(quad[1].x - quad[0].x, quad[1].y - quad[0].y));
  const by = ends.every((end) => end !== undefined) ? ends.map((end) => (end ?? 0) + rim) : quad.map(() => Math.max(REACH.least, rim));
  return polygonMask(image, widened(quad, by));
}
