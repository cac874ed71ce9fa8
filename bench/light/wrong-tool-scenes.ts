import { mulberry32 } from "../../imaging/raster/random.ts";
import { box, disc, draw, either, flat, type Ground, hairy, type Rgb, type Scene, type Shape, shapes, times } from "./draw-scene.ts";

/** What a light engine cannot tell apart by colour, kind by kind. */
type Case = readonly [name: string, look: Parameters<typeof draw>[1]];

const RED: Rgb = [170, 40, 50];
const clamp01 = (v: number): number => Math.min(1, Math.max(0, v));

function busyGrounds(n: number): Record<string, Ground> {
  const random = mulberry32(21);
  const lights = Array.from({ length: 60 }, () => ({
    x: random(),
    y: random(),
    r: 0.03 + 0.09 * random(),
    c: [255 * random(), 180 * random(), 200 * random()] as Rgb,
  }));
  const noise = Float32Array.from({ length: 997 }, random);
  const grit = (x: number, y: number): number => noise[(((Math.floor(x) * 73) ^ (Math.floor(y) * 151)) >>> 0) % 997];
  const cells = Array.from({ length: 400 }, (): Rgb => [random() * 255, random() * 255, random() * 255]);
  return {
    shelves: (x, y) => cells[(Math.floor((12 * x) / n) + 20 * Math.floor((9 * y) / n)) % 400],
    leaves: (x, y) => times([90, 130, 60], 0.6 + 0.4 * Math.sin((x + 2 * y) * (60 / n)) * Math.cos((2 * x - y) * (47 / n))),
    "room with a horizon": (x, y) =>
      y < 0.45 * n + 6 * Math.sin((x * 9) / n) ? [190, 200, 210] : times([120, 84, 60], 0.7 + 0.3 * Math.sin((y * 90) / n)),
    bricks: (x, y) => {
      const row = Math.floor((18 * y) / n);
      const [u, v] = [((9 * x) / n + (row % 2) / 2) % 1, ((18 * y) / n) % 1];
      return u < 0.08 || v < 0.14
        ? [196, 188, 178]
        : times([150, 78, 58], 0.75 + 0.5 * (cells[(row * 13 + Math.floor((9 * x) / n + (row % 2) / 2)) % 400][0] / 255));
    },
    bokeh: (x, y) => {
      const near = lights.filter((l) => Math.hypot(x / n - l.x, y / n - l.y) < l.r);
      return near.reduce<Rgb>((sum, l) => [sum[0] + l.c[0] * 0.35, sum[1] + l.c[1] * 0.35, sum[2] + l.c[2] * 0.35], [30, 26, 44]);
    },
    "sky, trees and grass": (x, y) => {
      const line = 0.4 + 0.06 * Math.sin((x * 23) / n) + 0.03 * Math.sin((x * 71) / n);
      if (y / n < line) return times([150, 185, 225], 0.9 + (0.2 * y) / n);
      return y / n < 0.62 ? times([40, 70, 35], 0.6 + 0.6 * grit(x, y)) : times([96, 140, 60], 0.7 + 0.4 * grit(x, y));
    },
    "printed page": (x, y) =>
      ((34 * y) / n) % 1 < 0.45 && grit(x >> 1, y >> 2) > 0.4 && x > 0.06 * n && x < 0.94 * n ? [50, 50, 54] : [244, 242, 236],
    "marble slab": (x, y) =>
      times([228, 226, 222], 0.72 + 0.28 * Math.abs(Math.sin((3 * x) / n + 5 * Math.sin((4 * y) / n + 2 * Math.sin((7 * x) / n))))),
  };
}

/** Short strands all round: fur, wool, a brush. */
function furry(n: number, reach: number): Shape {
  const random = mulberry32(9);
  const lengths = Float32Array.from({ length: 720 }, () => 0.24 + reach * random());
  return (x, y) => {
    const [r, angle] = [Math.hypot(x - n / 2, y - n / 2) / n, Math.atan2(y - n / 2, x - n / 2)];
    const at = ((angle / (2 * Math.PI) + 1) * 720) % 720;
    return r < 0.24 ? 1 : clamp01((lengths[Math.floor(at)] - r) * n) * (0.9 - 0.6 * Math.abs((at % 1) - 0.5));
  };
}

/** A shape moved while the shutter was open, sideways by `by` pixels. */
function moved(shape: Shape, by: number): Shape {
  const steps = 24;
  return (x, y) => Array.from({ length: steps }, (_, i) => shape(x - by * (i / (steps - 1) - 0.5), y)).reduce((a, b) => a + b, 0) / steps;
}

function seeThrough(shape: Shape): readonly Case[] {
  const glass: Readonly<Record<string, readonly [Rgb, Rgb, number]>> = {
    "light grey": [[200, 215, 220], [236, 236, 238], 0.75],
    green: [[230, 240, 240], [70, 150, 110], 0.8],
    white: [[214, 226, 230], [255, 255, 255], 0.7],
    dark: [[120, 130, 140], [38, 40, 46], 0.75],
  };
  return Object.entries(glass).map(([on, [paint, ground, amount]]) => [
    `glass on ${on}`,
    { shape, paint, ground: flat(ground), noise: 1, glass: amount },
  ]);
}

function strands(n: number): readonly Case[] {
  const on: readonly (readonly [string, Rgb, Rgb])[] = [
    ["light grey", [90, 60, 40], [236, 236, 238]],
    ["green", [50, 40, 36], [70, 150, 110]],
    ["white", [150, 110, 60], [255, 255, 255]],
    ["dark", [196, 160, 110], [38, 40, 46]],
  ];
  return [
    ...on.map(([name, paint, ground]): Case => [`hair on ${name}`, { shape: hairy(n), paint, ground: flat(ground), noise: 1 }]),
    ...on
      .slice(0, 3)
      .map(
        ([name, paint, ground], i): Case => [`fur on ${name}`, { shape: furry(n, 0.05 + 0.03 * i), paint, ground: flat(ground), noise: 1 }],
      ),
  ];
}

function alike(shape: Shape, n: number): readonly Case[] {
  const lit: Ground = (_, y) => times([206, 204, 200], 1 - 0.25 * (y / n));
  return [
    ["white on white", { shape, paint: [244, 244, 244], ground: flat([240, 240, 240]), noise: 1 }],
    ["grey on grey", { shape, paint: [132, 132, 134], ground: flat([126, 127, 128]), noise: 1.5 }],
    ["green on green", { shape, paint: [74, 156, 112], ground: flat([70, 150, 110]), noise: 1 }],
    ["beige on a lit wall", { shape, paint: [190, 186, 180], ground: lit, noise: 1.2 }],
  ];
}

function blurred(shape: Shape, n: number): readonly Case[] {
  return [
    ["moving on light grey", { shape: moved(shape, 0.09 * n), paint: RED, ground: flat([236, 236, 238]), noise: 1 }],
    ["moving on green", { shape: moved(shape, 0.14 * n), paint: [30, 32, 36], ground: flat([70, 150, 110]), noise: 1 }],
  ];
}

/** Things that the frame cuts all round, so that little of the ground is seen at the rim. */
function crowded(n: number): readonly Case[] {
  const u = n / 100;
  const row = either(
    box(4 * u, 50 * u, 34 * u, 92 * u, 4 * u),
    box(50 * u, 60 * u, 36 * u, 90 * u, 4 * u),
    box(96 * u, 46 * u, 34 * u, 110 * u, 4 * u),
  );
  const pile = either(
    disc(0, 0, 46 * u),
    disc(n, 6 * u, 42 * u),
    disc(4 * u, n, 44 * u),
    disc(n, n, 47 * u),
    disc(50 * u, 100 * u, 30 * u),
  );
  return [
    ["a row cut by the frame", { shape: row, paint: RED, ground: flat([236, 236, 238]), noise: 1 }],
    ["a pile cut by the frame", { shape: pile, paint: [60, 100, 190], ground: flat([244, 240, 230]), noise: 1 }],
  ];
}

/** Every wrong-tool scene of one size: each must be refused or flagged. */
export function wrongToolScenes(n: number): readonly Scene[] {
  const { bottle, star } = shapes(n);
  const busy = Object.entries(busyGrounds(n)).flatMap(([name, ground]) =>
    Object.entries({ bottle, star }).map(
      ([shapeName, shape]): Case => [`${shapeName} before ${name}`, { shape, paint: RED, ground, noise: 2 }],
    ),
  );
  const cases = [...busy, ...seeThrough(bottle), ...strands(n), ...alike(star, n), ...blurred(bottle, n), ...crowded(n)];
  return cases.map(([name, look]) => ({ name, wrongTool: true, ...draw(n, look) }));
}
