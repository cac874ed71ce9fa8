/**
 * Geometry in named pixel spaces. A value of one space does not type-check where another is wanted; convert by name.
 *
 * - `canvas`: Figma page units, y down.
 * - `image`: pixels of the source raster; pixel (0,0) covers [0,1)×[0,1).
 * - `model`: pixels of what an engine was given or gave back.
 * - `roi`: pixels of a region cut out of the image for one text line.
 */
export type Space = "canvas" | "image" | "model" | "roi";

declare const space: unique symbol;
interface In<S extends Space> {
  readonly [space]?: S;
}

export interface Point<S extends Space> extends In<S> {
  readonly x: number;
  readonly y: number;
}
export interface Size<S extends Space> extends In<S> {
  readonly width: number;
  readonly height: number;
}
export interface Rect<S extends Space> extends In<S> {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Corners clockwise from the text's own top-left, so `quad[0]→quad[1]` is the reading direction of horizontal text. */
export type Quad<S extends Space> = readonly [Point<S>, Point<S>, Point<S>, Point<S>];

/** Rectangle of `width` × `height` turned by `angle` (radians, clockwise as y points down) about its centre. */
export interface OrientedBox<S extends Space> extends In<S> {
  readonly cx: number;
  readonly cy: number;
  readonly width: number;
  readonly height: number;
  readonly angle: number;
}

/** Row-major 2×3 affine, `[[a, c, e], [b, d, f]]`: x' = a·x + c·y + e, y' = b·x + d·y + f. The layout of Figma's `Transform`. */
export type Affine = readonly [readonly [number, number, number], readonly [number, number, number]];

export const IDENTITY: Affine = [
  [1, 0, 0],
  [0, 1, 0],
];

/** The affine that applies `second` after `first`. */
export function compose(second: Affine, first: Affine): Affine {
  const [[a, c, e], [b, d, f]] = second;
  const [[g, i, k], [h, j, l]] = first;
  return [
    [a * g + c * h, a * i + c * j, a * k + c * l + e],
    [b * g + d * h, b * i + d * j, b * k + d * l + f],
  ];
}

/** The inverse affine, or `undefined` where the determinant is zero. */
export function invert(m: Affine): Affine | undefined {
  const [[a, c, e], [b, d, f]] = m;
  const det = a * d - b * c;
  if (det === 0 || !Number.isFinite(det)) return undefined;
  return [
    [d / det, -c / det, (c * f - d * e) / det],
    [-b / det, a / det, (b * e - a * f) / det],
  ];
}

export const translation = (x: number, y: number): Affine => [
  [1, 0, x],
  [0, 1, y],
];

export const scaling = (x: number, y: number): Affine => [
  [x, 0, 0],
  [0, y, 0],
];

export function apply<To extends Space>(m: Affine, p: { readonly x: number; readonly y: number }): Point<To> {
  return { x: m[0][0] * p.x + m[0][1] * p.y + m[0][2], y: m[1][0] * p.x + m[1][1] * p.y + m[1][2] };
}

export function quadOf<S extends Space>(box: OrientedBox<S>): Quad<S> {
  const c = Math.cos(box.angle);
  const s = Math.sin(box.angle);
  const corner = (u: number, v: number): Point<S> => ({ x: box.cx + u * c - v * s, y: box.cy + u * s + v * c });
  const u = box.width / 2;
  const v = box.height / 2;
  return [corner(-u, -v), corner(u, -v), corner(u, v), corner(-u, v)];
}

/** Smallest axis-aligned rectangle with whole-pixel edges around the points. */
export function boundsOf<S extends Space>(points: readonly Point<S>[]): Rect<S> {
  const xs = points.map((p) => p.x);
  const ys = points.map((p) => p.y);
  const x = Math.floor(Math.min(...xs));
  const y = Math.floor(Math.min(...ys));
  return { x, y, width: Math.ceil(Math.max(...xs)) - x, height: Math.ceil(Math.max(...ys)) - y };
}

/** The common part; width or height 0 where there is none. */
export function intersect<S extends Space>(a: Rect<S>, b: Rect<S>): Rect<S> {
  const x = Math.max(a.x, b.x);
  const y = Math.max(a.y, b.y);
  const right = Math.min(a.x + a.width, b.x + b.width);
  const bottom = Math.min(a.y + a.height, b.y + b.height);
  return { x, y, width: Math.max(0, right - x), height: Math.max(0, bottom - y) };
}

export function union<S extends Space>(a: Rect<S>, b: Rect<S>): Rect<S> {
  const x = Math.min(a.x, b.x);
  const y = Math.min(a.y, b.y);
  const width = Math.max(a.x + a.width, b.x + b.width) - x;
  return { x, y, width, height: Math.max(a.y + a.height, b.y + b.height) - y };
}
