import { mulberry32 } from "../../imaging/raster/random.ts";

/** Background pictures made here, so that the truth behind the text is known. `[H, W, 3]`, 0–255, rounded to 8 bits. */
export const SIZE = { width: 624, height: 240 };

type Rgb = readonly [number, number, number];
type Paint = (x: number, y: number) => Rgb;

const mix = (a: Rgb, b: Rgb, t: number): Rgb => [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, a[2] + (b[2] - a[2]) * t];
const over = (top: Rgb, bottom: Rgb, cover: number): Rgb => mix(bottom, top, Math.min(1, Math.max(0, cover)));

/** Smoothed lattice noise 0–1. */
function valueNoise(seed: number): (x: number, y: number) => number {
  const next = mulberry32(seed);
  const table = Float32Array.from({ length: 65536 }, next);
  const ease = (t: number) => t * t * (3 - 2 * t);
  const at = (x: number, y: number) => table[(y & 255) * 256 + (x & 255)];
  return (x, y) => {
    const [i, j] = [Math.floor(x), Math.floor(y)];
    const [u, v] = [ease(x - i), ease(y - j)];
    const top = at(i, j) + (at(i + 1, j) - at(i, j)) * u;
    return top + (at(i, j + 1) + (at(i + 1, j + 1) - at(i, j + 1)) * u - top) * v;
  };
}

const CREAM: Rgb = [244, 241, 222];
const NAVY: Rgb = [61, 64, 91];
const TEAL: Rgb = [42, 157, 143];

/** Signed distance to a rounded rectangle, negative inside. */
function roundedBox(x: number, y: number, { w, h, r }: { w: number; h: number; r: number }): number {
  const [qx, qy] = [Math.abs(x) - w / 2 + r, Math.abs(y) - h / 2 + r];
  return Math.min(Math.max(qx, qy), 0) + Math.hypot(Math.max(qx, 0), Math.max(qy, 0)) - r;
}

function paints(): Record<string, Paint> {
  const [n1, n2, n3] = [valueNoise(3), valueNoise(10), valueNoise(16)];
  const random = mulberry32(99);
  const grain = (amplitude: number, c: Rgb): Rgb => [
    c[0] + (random() - 0.5) * amplitude,
    c[1] + (random() - 0.5) * amplitude,
    c[2] + (random() - 0.5) * amplitude,
  ];
  const photo: Paint = (x, y) => {
    const t = 0.55 * n1(x / 190, y / 190) + 0.3 * n2(x / 70, y / 70) + 0.15 * n3(x / 22, y / 22);
    return mix(mix([20, 60, 110], [240, 190, 140], t), [120, 40, 60], n2(x / 260 + 9, y / 260 + 3) * 0.6);
  };
  const diagonal = (x: number, y: number, slope: number) => (x - 312 + (y - 120) * slope) / Math.hypot(1, slope) + 0.5;
  return {
    flat: () => [29, 53, 87],
    linear: (x, y) => mix([255, 190, 120], [90, 40, 160], (x * 0.6 + y * 0.4) / 500),
    radial: (x, y) => mix([250, 240, 200], [200, 60, 40], Math.hypot(x - 280, y - 90) / 420),
    "photo-like": (x, y) => photo(x, y),
    "photo-like, grain σ 2.3": (x, y) => grain(8, photo(x, y)),
    stripes: (x, y) => over([233, 196, 106], [38, 70, 83], 14.5 - Math.abs(((((x * 0.5 + y * 0.866) % 56) + 56) % 56) - 28)),
    wood: (x, y) => {
      const rings = 0.5 + 0.5 * Math.sin((y / 16 + 3 * n1(x / 180, y / 90)) * 2);
      const t = 0.65 * (n1(x / 300, y / 18) * 0.6 + n2(x / 120, y / 6) * 0.3 + n3(x / 30, y / 2.2) * 0.25) + 0.35 * rings;
      return grain(10, mix([107, 68, 35], [200, 155, 109], t));
    },
    noise: (x, y) => mix([16, 16, 16], [224, 224, 224], 0.4 * n1(x / 9, y / 9) + 0.35 * n2(x / 4, y / 4) + 0.25 * random()),
    "panel, upright edge": (x) => (x < 300 ? NAVY : CREAM),
    "panel, level edge": (_, y) => over(CREAM, NAVY, y - 121.5),
    "panel, slanted edge": (x, y) => over(CREAM, NAVY, diagonal(x, y, 0.37)),
    "panel, gradients": (x, y) => over(mix(CREAM, TEAL, y / 400), mix(NAVY, [120, 60, 150], x / 500), diagonal(x, y, -0.2)),
    "button border": (x, y) => {
      const d = roundedBox(x - 312, y - 120, { w: 380, h: 84, r: 30 });
      return over([230, 57, 70], over([255, 255, 255], CREAM, 0.5 - d), 2 - Math.abs(d));
    },
    "thin stripe": (x, y) => over(TEAL, CREAM, 3 - Math.abs(y - 130 - x * 0.02)),
    circle: (x, y) => over(TEAL, CREAM, 150 - Math.hypot(x - 250, y - 180)),
    dots: (x, y) => over([200, 80, 90], [250, 240, 225], 7.5 - Math.hypot(((x + 400) % 30) - 15, ((y + 400) % 30) - 15)),
    "slanted grid": (x, y) => {
      const [u, v] = [x * 0.94 + y * 0.34, y * 0.94 - x * 0.34 + 900];
      return over([70, 110, 150], [225, 232, 238], 2 - Math.min(Math.abs((u % 37.5) - 18.75), Math.abs((v % 37.5) - 18.75)));
    },
    "lit tiles, grain": (x, y) => {
      const row = Math.floor(y / 32);
      const [tx, ty] = [(x + (row % 2) * 32) % 64, y % 32];
      const light = 0.75 + x / 2500 + y / 1500;
      const tile: Rgb = tx < 3 || ty < 3 ? [225, 220, 210] : [150 + tx / 4, 90 + ty / 2, 70];
      return grain(6, mix([0, 0, 0], tile, light));
    },
    checks: (x, y) => (((x >> 4) + (y >> 4)) % 2 === 0 ? CREAM : [200, 90, 90]),
  };
}

/** Name → picture without text. */
export function grounds(): ReadonlyMap<string, Uint8ClampedArray> {
  const { width, height } = SIZE;
  const entries = Object.entries(paints()).map(([name, paint]) => {
    const data = new Uint8ClampedArray(width * height * 3);
    for (let i = 0; i < width * height; i++) data.set(paint(i % width, Math.floor(i / width)), i * 3);
    return [name, data] as const;
  });
  return new Map(entries);
}
