import { type Point, quadOf } from "../../../protocol/geometry.ts";
import type { RasterImage } from "../../raster/raster.ts";
import type { TextLine } from "../types.ts";
import { type LinePlane, toFlat, toImage } from "./line-plane.ts";

/** Another line as it lies on a line's plane: its ends at the height of its middle `v`, and its letters' height, pixels. */
export interface NeighbourEnds {
  readonly left: number;
  readonly right: number;
  readonly v: number;
  readonly height: number;
}

/** Samples across a line, as shares of its height from its middle; some beyond it, where a stem that fills its column shows against the ground. */
const ROWS = [-0.6, -0.54, -0.4, -0.3, -0.2, -0.1, 0, 0.1, 0.2, 0.3, 0.4, 0.54, 0.6] as const;
/** How far beyond its box a line's ink is looked for, in heights, and how far within the box must be ink. */
const BEYOND = 0.35;
const WITHIN = 0.45;
/** A column holds ink where its spread is this share of the line's usual one, and this many times the ground's beside it. */
const INKED = { usual: 0.22, ground: 2.5 };

const rank = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.floor(share * values.length)] ?? 0;
const middleOf = (values: readonly number[]): number => rank(values, 0.5);
/** Spread of a column with ink: gaps between letters are many. */
const inkOf = (values: readonly number[]): number => rank(values, 0.75);

/** Spread of colour down one leaning column, 0–255; `undefined` where it leaves the picture. */
function spreadAt(image: RasterImage, points: readonly Point<"image">[]): number | undefined {
  const sums = [0, 0, 0];
  let squares = 0;
  for (const p of points) {
    const [x, y] = [Math.floor(p.x), Math.floor(p.y)];
    if (x < 0 || y < 0 || x >= image.width || y >= image.height) return undefined;
    for (let c = 0; c < 3; c++) {
      const value = image.data[(y * image.width + x) * 4 + c];
      sums[c] += value;
      squares += value * value;
    }
  }
  const n = points.length;
  return Math.sqrt(Math.max(0, squares / n - sums.reduce((total, s) => total + (s / n) ** 2, 0)));
}

/** The box as it lies on the plane, its sides taken where its middle is high. */
function roughEnds(plane: LinePlane, line: TextLine): NeighbourEnds {
  const corners = quadOf(line.box).map((p) => toFlat(plane, p));
  const [tl, tr, br, bl] = corners;
  return {
    left: (tl.u + bl.u) / 2,
    right: (tr.u + br.u) / 2,
    v: corners.reduce((sum, p) => sum + p.v, 0) / 4,
    height: (bl.v - tl.v + br.v - tr.v) / 2,
  };
}

/** So far beyond its box a line's letters may reach and still be seen whole, heights. */
const SEEN_BEYOND = 0.2;

/**
 * How far a line's own letters reach out of the box they were read in, pixels: a swash that a reader takes for no letter. Neighbours in such a
 * type may be seen as wrongly.
 */
export function swungOut(plane: LinePlane, line: TextLine): { readonly left: number; readonly right: number } {
  const { left, right, height } = roughEnds(plane, line);
  const missed = (beyond: number): number => (beyond > SEEN_BEYOND * height ? beyond : 0);
  return { left: missed(left - plane.ends[0]), right: missed(plane.ends[1] - right) };
}

/** Spread of colour, 0–255, of each column from `from` on; 0 outside the picture. */
function spreads(image: RasterImage, plane: LinePlane, at: { ends: NeighbourEnds; from: number; count: number }): readonly number[] {
  const { height, v } = at.ends;
  const lean = Math.tan(plane.slant);
  return Array.from({ length: Math.max(0, at.count) }, (_, k) => {
    const column = ROWS.map((row) => toImage(plane, { u: at.from + k - lean * row * height, v: v + row * height }));
    return spreadAt(image, column) ?? 0;
  });
}

/** Where a line's ink begins and ends, seen from its columns; its box's own ends where the ground leaves that open. */
export function neighbourEnds(image: RasterImage, plane: LinePlane, line: TextLine): NeighbourEnds {
  const rough = roughEnds(plane, line);
  const { height } = rough;
  const from = Math.floor(rough.left - BEYOND * height);
  const count = Math.ceil(rough.right + BEYOND * height) - from + 1;
  const known = spreads(image, plane, { ends: rough, from, count });
  const usual = inkOf(known.filter((_, k) => from + k > rough.left && from + k < rough.right));
  const rim = Math.max(2, Math.round(BEYOND * height * 0.4));
  const ground = Math.max(middleOf(known.slice(0, rim)), middleOf(known.slice(-rim)));
  const inked = Math.max(4, INKED.usual * usual, INKED.ground * ground);
  const first = known.findIndex((c) => c > inked);
  const last = known.findLastIndex((c) => c > inked);
  const [left, right] = [from + first, from + last + 1];
  const most = (BEYOND + WITHIN) * height;
  const told = inked < 0.7 * usual && first >= 0;
  return {
    ...rough,
    left: told && Math.abs(left - rough.left) < most ? left : rough.left,
    right: told && Math.abs(right - rough.right) < most ? right : rough.right,
  };
}

/** What stands beside a line: how far from its ends it is looked at, in heights, and the share of columns with something in them. */
const BESIDE = { gap: 0.15, close: 1.2, open: 3.5, some: 0.3, none: 0.04 } as const;

/** The end right beside which something stands, an emblem or a bullet, where nothing does for long beyond the other. */
export function besetEnd(image: RasterImage, plane: LinePlane, line: TextLine): "left" | "right" | undefined {
  const ends = roughEnds(plane, line);
  const { left, right, height } = ends;
  const inside = inkOf(spreads(image, plane, { ends, from: left, count: Math.round(right - left) }));
  const inked = Math.max(6, INKED.usual * inside);
  const share = (from: number, to: number): number => {
    const all = spreads(image, plane, { ends, from, count: Math.round(to - from) });
    return all.filter((c) => c > inked).length / Math.max(1, all.length);
  };
  const before = (far: number): number => share(left - far * height, left - BESIDE.gap * height);
  const after = (far: number): number => share(right + BESIDE.gap * height, right + far * height);
  if (before(BESIDE.close) > BESIDE.some && after(BESIDE.open) < BESIDE.none) return "left";
  return after(BESIDE.close) > BESIDE.some && before(BESIDE.open) < BESIDE.none ? "right" : undefined;
}
