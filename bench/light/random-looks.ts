import { box, disc, either, type Ground, type Rgb, type Shape, shapes, times, without } from "./draw-scene.ts";

export type Random = () => number;

export const between = (random: Random, least: number, most: number): number => least + (most - least) * random();
export const oneOf = <T>(random: Random, of: readonly T[]): T => of[Math.floor(random() * of.length)]!;

/** Smooth noise 0–1 of several sizes over a picture of side `n`; `cells` across it at the coarsest. */
export function clouds(random: Random, n: number, cells: number, octaves = 4): Shape {
  const values = Float32Array.from({ length: 4096 }, random);
  const at = (x: number, y: number): number => values[((x * 73) ^ (y * 151)) & 4095]!;
  const smooth = (t: number): number => t * t * (3 - 2 * t);
  const layer = (u: number, v: number): number => {
    const [x, y] = [Math.floor(u), Math.floor(v)];
    const [fx, fy] = [smooth(u - x), smooth(v - y)];
    const row = (k: number): number => at(x, k) * (1 - fx) + at(x + 1, k) * fx;
    return row(y) * (1 - fy) + row(y + 1) * fy;
  };
  return (x, y) => {
    let [sum, weight] = [0, 0];
    for (let k = 0; k < octaves; k++) {
      sum += layer((x / n) * cells * 2 ** k + 17 * k, (y / n) * cells * 2 ** k) / 2 ** k;
      weight += 1 / 2 ** k;
    }
    return sum / weight;
  };
}

const hue = (random: Random, strength: number, light: number): Rgb => {
  const angle = 2 * Math.PI * random();
  return [0, 2.1, 4.2].map((phase) => Math.min(255, Math.max(0, light + strength * Math.cos(angle - phase)))) as unknown as Rgb;
};

/** A subject's colour that stands out clearly from the ground's. */
export function paintOn(random: Random, ground: Rgb): Rgb {
  for (;;) {
    const paint = hue(random, between(random, 0, 90), between(random, 40, 205));
    if (Math.hypot(...paint.map((v, c) => v - ground[c]!)) > 110) return paint;
  }
}

/** White, grey, dark or pastel, as studio grounds are. */
export const studioColour = (random: Random): Rgb =>
  oneOf(random, [
    () => [255, 255, 255] as Rgb,
    () => hue(random, 4, between(random, 150, 245)),
    () => hue(random, 35, between(random, 60, 215)),
  ])();

/** Studio grounds: flat, falling off, lit in the middle, a soft sweep from wall to floor. */
export function studioGround(random: Random, n: number, colour: Rgb): Ground {
  const [depth, cx, cy] = [between(random, 0.1, 0.4), n * between(random, 0.3, 0.7), n * between(random, 0.3, 0.7)];
  const line = n * between(random, 0.6, 0.75);
  return oneOf(random, [
    () => colour,
    (_: number, y: number) => times(colour, 1 - depth * (y / n)),
    (x: number, y: number) => times(colour, 1 - depth * (Math.hypot(x - cx, y - cy) / n)),
    (_: number, y: number) => times(colour, 1 - (0.3 * depth) / (1 + Math.exp(-(y - line) / (0.05 * n)))),
  ]);
}

/** A thing of some outline somewhere in the middle of the picture. */
export function someThing(random: Random, n: number): Shape {
  const { bottle, cup, shoe, star } = shapes(n);
  const [dx, dy, scale] = [n * between(random, -0.08, 0.08), n * between(random, -0.06, 0.06), between(random, 0.85, 1.15)];
  const ring = without(disc(n / 2, n / 2, 0.26 * n), disc(n / 2, n / 2, 0.13 * n));
  const lamp = either(
    disc(n / 2, 0.35 * n, 0.17 * n),
    box(n / 2, 0.62 * n, 0.04 * n, 0.4 * n, 2),
    box(n / 2, 0.8 * n, 0.3 * n, 0.05 * n, 4),
  );
  const shape = oneOf(random, [bottle!, cup!, shoe!, star!, ring, lamp]);
  return (x, y) => shape(n / 2 + (x - dx - n / 2) / scale, n / 2 + (y - dy - n / 2) / scale);
}

/** Places with things in them, near and far: what a plain ground is not. */
export function busyGround(random: Random, n: number): Ground {
  const [wide, fine] = [clouds(random, n, 5, 5), clouds(random, n, 26, 3)];
  const [a, b, c] = [hue(random, 50, 90), hue(random, 60, 150), hue(random, 40, 200)];
  const line = n * between(random, 0.35, 0.65);
  const tile = n / Math.round(between(random, 7, 16));
  const mix = (p: Rgb, q: Rgb, t: number): Rgb =>
    [0, 1, 2].map((k) => p[k]! + (q[k]! - p[k]!) * Math.min(1, Math.max(0, t))) as unknown as Rgb;
  return oneOf<Ground>(random, [
    (x, y) => mix(a, c, 2.2 * wide(x, y) - 0.6),
    (x, y) => times(mix(a, b, 3 * wide(x, y) - 1), 0.5 + fine(x, y)),
    (x, y) => (y < line + 0.05 * n * wide(x, 0) ? times(c, 0.9 + 0.2 * wide(x, y)) : times(a, 0.5 + fine(x, y))),
    (x, y) => times((Math.floor(x / tile) + Math.floor(y / tile)) % 2 === 0 ? a : b, 0.8 + 0.4 * wide(x, y)),
    (x, y) => times(Math.sin((x + 30 * wide(x, y)) / (tile / 3)) > 0 ? b : a, 0.7 + 0.5 * fine(x, y)),
    (x, y) =>
      x % tile < 0.85 * tile && y % (3 * tile) < 2.8 * tile
        ? times(mix(a, c, (Math.floor(x / tile) * 0.37) % 1), 0.8 + 0.3 * wide(x, y))
        : times(a, 0.3),
  ]);
}
