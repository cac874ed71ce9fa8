import { mulberry32 } from "../../imaging/raster/random.ts";
import { createPlane, createRaster, type Plane, type RasterImage } from "../../imaging/raster/raster.ts";

export type Rgb = readonly [number, number, number];

/** A product before a studio ground, made here so that its coverage is known. */
export interface Scene {
  readonly name: string;
  readonly image: RasterImage;
  readonly alpha: Plane;
  /** What a light engine cannot do here; such a scene must be refused or flagged. */
  readonly wrongTool: boolean;
}

export type Shape = (x: number, y: number) => number;
export type Ground = (x: number, y: number) => Rgb;

const clamp01 = (v: number): number => Math.min(1, Math.max(0, v));
export const disc =
  (cx: number, cy: number, r: number): Shape =>
  (x, y) =>
    clamp01(r - Math.hypot(x - cx, y - cy) + 0.5);
export const box =
  (cx: number, cy: number, w: number, h: number, r: number): Shape =>
  (x, y) => {
    const [qx, qy] = [Math.abs(x - cx) - w / 2 + r, Math.abs(y - cy) - h / 2 + r];
    return clamp01(0.5 - (Math.min(Math.max(qx, qy), 0) + Math.hypot(Math.max(qx, 0), Math.max(qy, 0)) - r));
  };
export const either =
  (...shapes: readonly Shape[]): Shape =>
  (x, y) =>
    Math.max(...shapes.map((s) => s(x, y)));
export const without =
  (shape: Shape, hole: Shape): Shape =>
  (x, y) =>
    shape(x, y) * (1 - hole(x, y));

/** Shapes as products have them, around the middle of an `n`×`n` picture. */
export function shapes(n: number): Record<string, Shape> {
  const u = n / 100;
  const bottle = either(box(50 * u, 58 * u, 26 * u, 56 * u, 6 * u), box(50 * u, 24 * u, 9 * u, 22 * u, 2 * u));
  const cup = either(box(46 * u, 52 * u, 34 * u, 40 * u, 5 * u), without(disc(66 * u, 50 * u, 13 * u), disc(66 * u, 50 * u, 8 * u)));
  const shoe = either(
    box(52 * u, 62 * u, 64 * u, 16 * u, 7 * u),
    box(34 * u, 52 * u, 26 * u, 28 * u, 10 * u),
    disc(70 * u, 57 * u, 11 * u),
  );
  const star: Shape = (x, y) => {
    const angle = Math.atan2(y - 50 * u, x - 50 * u);
    return clamp01((26 + 7 * Math.cos(7 * angle)) * u - Math.hypot(x - 50 * u, y - 50 * u) + 0.5);
  };
  return { bottle, cup, shoe, star };
}

export const flat =
  (c: Rgb): Ground =>
  () =>
    c;
export const times = (c: Rgb, k: number): Rgb => [c[0] * k, c[1] * k, c[2] * k];

export interface Look {
  readonly shape: Shape;
  readonly paint: Rgb | Ground;
  readonly ground: Ground;
  readonly noise: number;
  /** How see-through the subject is, 0–1. */
  readonly glass?: number;
}

export function draw(n: number, { shape, paint, ground, noise, glass = 0 }: Look): Pick<Scene, "image" | "alpha"> {
  const [image, alpha] = [createRaster(n, n), createPlane(n, n)];
  const random = mulberry32(11);
  for (let i = 0; i < n * n; i++) {
    const [x, y] = [(i % n) + 0.5, Math.floor(i / n) + 0.5];
    const a = shape(x, y) * (1 - glass);
    const own = typeof paint === "function" ? paint(x, y) : paint;
    const shade = 1.2 - 0.55 * ((x + y) / (2 * n)) + (Math.hypot(x - 0.42 * n, y - 0.42 * n) < 0.03 * n ? 0.25 : 0);
    const back = ground(x, y);
    const grain = noise * (random() + random() + random() + random() - 2) * 1.7;
    for (let c = 0; c < 3; c++) image.data[i * 4 + c] = own[c] * shade * a + back[c] * (1 - a) + grain;
    image.data[i * 4 + 3] = 255;
    alpha.data[i] = a;
  }
  return { image, alpha };
}

/** Strands around a head: what a cut by colour and edge makes hard. */
export function hairy(n: number): Shape {
  const random = mulberry32(5);
  const strands = Array.from({ length: 220 }, () => ({
    at: random() * 2 * Math.PI,
    bend: (random() - 0.5) * 1.2,
    reach: 0.26 + 0.12 * random(),
  }));
  const head = disc(n / 2, n / 2, 0.25 * n);
  return (x, y) => {
    const [r, angle] = [Math.hypot(x - n / 2, y - n / 2) / n, Math.atan2(y - n / 2, x - n / 2)];
    if (r > 0.4 || r < 0.2) return head(x, y);
    const near = strands.some(
      (s) =>
        r < s.reach &&
        Math.abs(Math.atan2(Math.sin(angle - s.at - s.bend * (r - 0.25)), Math.cos(angle - s.at - s.bend * (r - 0.25)))) * r * n < 0.55,
    );
    return Math.max(head(x, y), near ? 0.7 : 0);
  };
}
