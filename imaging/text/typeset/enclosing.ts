import type { Point } from "../../../protocol/geometry.ts";
import { rgbDistance } from "../../raster/colour.ts";
import type { RasterImage } from "../../raster/raster.ts";
import type { TextLine } from "../types.ts";
import { type LinePlane, toImage } from "./line-plane.ts";
import { coversPoint } from "./room.ts";

/** The piece of ground that a line stands on: where it ends before and behind the line, pixels along its plane. */
export interface Enclosing {
  readonly left: number;
  readonly right: number;
  /** It ends close above and below too: a button, a chip, a cell. */
  readonly tight: boolean;
}

/** Samples across a way, and the share of them that must change at once: an edge is as tall as the letters, an icon or a stripe is not. */
const SAMPLES = 9;
const AT_ONCE = 0.8;
/** Colours so far apart (0–255) within so many pixels are two grounds; fields of a form are hardly greyer than the page. */
const EDGE = 18;
const WITHIN = 3;
/** Rows looked at beside the letters, and the part of their length looked at above and below, shares of height and length. */
const ROWS = 0.28;
const SPAN = 0.45;
/** How far an edge is looked for, heights: along the line, and across it from a little outside the letters. */
const FAR = 14;
/** Right beside letters compression leaves waves, shares of the height. */
const BARE = 0.15;
const CLOSE = { from: 0.62, to: 1.7 } as const;

type Way = (at: { readonly d: number; readonly k: number }) => Point<"image">;

function colourIn({ data, width, height }: RasterImage, p: Point<"image">): readonly [number, number, number] | undefined {
  const [x, y] = [Math.floor(p.x), Math.floor(p.y)];
  if (x < 0 || y < 0 || x >= width || y >= height) return undefined;
  const i = (y * width + x) * 4;
  return [data[i], data[i + 1], data[i + 2]];
}

/** How far along a way the first edge lies; `undefined` where there is none up to `to`, or another line or the picture's end comes first. */
function firstEdge(image: RasterImage, way: Way, at: { from: number; to: number; others: readonly TextLine[] }): number | undefined {
  const seen: (readonly (readonly [number, number, number])[])[] = [];
  for (let d = at.from; d <= at.to; d++) {
    const points = Array.from({ length: SAMPLES }, (_, k) => way({ d, k: (2 * k) / (SAMPLES - 1) - 1 }));
    const colours = points.flatMap((p) => [colourIn(image, p) ?? []]);
    if (colours.some((c) => c.length === 0) || at.others.some((line) => points.some((p) => coversPoint(line, p.x, p.y)))) return undefined;
    const now = colours as readonly (readonly [number, number, number])[];
    const before = seen[seen.length - WITHIN];
    if (before && now.filter((c, k) => rgbDistance(c, before[k]) > EDGE).length >= AT_ONCE * SAMPLES) return d;
    seen.push(now);
  }
  return undefined;
}

/** What a line stands on, told by the edges beyond its ends; `undefined` where one of them cannot be seen. */
export function enclosing(
  image: RasterImage,
  plane: LinePlane,
  { line, others }: { readonly line: TextLine; readonly others: readonly TextLine[] },
): Enclosing | undefined {
  const { height } = line.box;
  const [a, b] = plane.ends;
  const along = (side: 1 | -1): number | undefined =>
    firstEdge(image, ({ d, k }) => toImage(plane, { u: (side < 0 ? a : b) + side * d, v: k * ROWS * height - plane.rise }), {
      from: Math.ceil(BARE * height),
      to: FAR * height,
      others,
    });
  const [before, behind] = [along(-1), along(1)];
  if (before === undefined || behind === undefined) return undefined;
  const across = (side: 1 | -1): number | undefined =>
    firstEdge(image, ({ d, k }) => toImage(plane, { u: (a + b) / 2 + k * SPAN * (b - a), v: side * d - plane.rise }), {
      from: Math.ceil(CLOSE.from * height),
      to: CLOSE.to * height,
      others: [],
    });
  return { left: a - before, right: b + behind, tight: across(-1) !== undefined && across(1) !== undefined };
}
