import { mulberry32 } from "../../imaging/raster/random.ts";
import { box, disc, draw, either, type Ground, type Look, type Rgb, type Scene, type Shape, times } from "./draw-scene.ts";
import { between, busyGround, clouds, paintOn, type Random, someThing, studioColour, studioGround } from "./random-looks.ts";

type Maker = (random: Random, n: number) => Look;

const mixed = (a: Rgb, b: Rgb, t: number): Rgb => [0, 1, 2].map((c) => a[c]! * (1 - t) + b[c]! * t) as unknown as Rgb;

/** Strands around a head, of random length, number and bend. */
function strands(random: Random, n: number): Shape {
  const count = Math.round(between(random, 150, 420));
  const long = between(random, 0.06, 0.14);
  const hairs = Array.from({ length: count }, () => ({ at: random() * 2 * Math.PI, bend: random() - 0.5, reach: 0.25 + long * random() }));
  return (x, y) => {
    const [r, angle] = [Math.hypot(x - n / 2, y - n / 2) / n, Math.atan2(y - n / 2, x - n / 2)];
    if (r < 0.24) return 1;
    if (r > 0.4) return 0;
    const off = (h: (typeof hairs)[number]): number => {
      const d = angle - h.at - h.bend * (r - 0.24) * 3;
      return Math.abs(Math.atan2(Math.sin(d), Math.cos(d))) * r * n;
    };
    return hairs.some((h) => r < h.reach && off(h) < 0.6) ? 0.75 : 0;
  };
}

function smoke(random: Random, n: number): Shape {
  const cloud = clouds(random, n, 5, 4);
  return (x, y) => {
    const body = 1 - Math.hypot((x - n / 2) / (0.3 * n), (y - n / 2) / (0.4 * n));
    return Math.max(0, Math.min(0.8, 2.2 * body * cloud(x, y)));
  };
}

function net(random: Random, n: number): Shape {
  const [mesh, thread] = [between(random, 5, 9), between(random, 1, 1.8)];
  const body = disc(n / 2, n / 2, 0.33 * n);
  const line = (v: number): number => Math.max(0, Math.min(1, thread / 2 + 0.5 - Math.abs(v - mesh / 2)));
  return (x, y) => body(x, y) * Math.max(line((x + y) % mesh), line((((x - y) % mesh) + mesh) % mesh));
}

/** Things along every side of the frame, none of them whole. */
function pile(random: Random, n: number): Shape {
  const count = Math.round(between(random, 7, 12));
  const things = Array.from({ length: count }, (_, k) => {
    const t = (4 * (k + between(random, -0.3, 0.3))) / count;
    const [side, along] = [Math.floor((t + 4) % 4), n * (((t % 1) + 1) % 1)];
    const [x, y] = [
      [along, 0],
      [n, along],
      [n - along, n],
      [0, n - along],
    ][side]!;
    return disc(x!, y!, n * between(random, 0.14, 0.22));
  });
  return either(...things);
}

const studio = (random: Random, n: number): { ground: Ground; colour: Rgb; paint: Rgb } => {
  const colour = studioColour(random);
  return { colour, ground: studioGround(random, n, colour), paint: paintOn(random, colour) };
};

/** What a cut by colour cannot do, kind by kind. */
const WRONG: Readonly<Record<string, Maker>> = {
  "busy ground": (r, n) => ({ shape: someThing(r, n), paint: paintOn(r, [128, 128, 128]), ground: busyGround(r, n), noise: 1.5 }),
  "busy ground out of focus": (r, n) => ({
    shape: someThing(r, n),
    paint: paintOn(r, [128, 128, 128]),
    ground: busyGround(r, 3 * n),
    noise: 1,
  }),
  glass: (r, n) => {
    const { ground, colour } = studio(r, n);
    return { shape: someThing(r, n), paint: mixed(colour, [225, 235, 240], 0.7), ground, noise: 1, glass: between(r, 0.6, 0.85) };
  },
  hair: (r, n) => ({ shape: strands(r, n), ...studio(r, n), noise: 1 }),
  smoke: (r, n) => ({ shape: smoke(r, n), ...studio(r, n), noise: 1 }),
  net: (r, n) => ({ shape: net(r, n), ...studio(r, n), noise: 1 }),
  "translucent cloth": (r, n) => {
    const { ground, paint } = studio(r, n);
    const folds = between(r, 5, 12);
    return {
      shape: someThing(r, n),
      paint: (x, y) => times(paint, 0.75 + 0.3 * Math.sin((folds * (x + 0.3 * y)) / n)),
      ground,
      noise: 1,
      glass: between(r, 0.35, 0.6),
    };
  },
  "hard shadow": (r, n) => {
    const { colour, paint } = studio(r, n);
    const shape = someThing(r, n);
    const [dx, dy, dark] = [n * between(r, 0.05, 0.14), n * between(r, 0.03, 0.1), between(r, 0.35, 0.65)];
    return { shape, paint, ground: (x, y) => times(colour, 1 - dark * shape(x - dx, y - dy)), noise: 1 };
  },
  "reflecting floor": (r, n) => {
    const { colour, paint } = studio(r, n);
    const [top, strength] = [n * between(r, 0.66, 0.74), between(r, 0.3, 0.6)];
    const whole = someThing(r, n);
    const shape: Shape = (x, y) => (y < top ? whole(x, y) : 0);
    return { shape, paint, ground: (x, y) => mixed(colour, paint, y < top ? 0 : strength * shape(x, 2 * top - y)), noise: 1 };
  },
  "colour of its ground": (r, n) => {
    const { ground, colour } = studio(r, n);
    const near = between(r, -9, 9);
    return { shape: someThing(r, n), paint: colour.map((v) => v * 0.95 + near) as unknown as Rgb, ground, noise: 1.5 };
  },
  "pile cut by the frame": (r, n) => ({ shape: pile(r, n), ...studio(r, n), noise: 1 }),
  "out of focus": (r, n) => {
    const thing = someThing(r, n);
    const reach = n * between(r, 0.02, 0.04);
    const around = Array.from({ length: 16 }, (_, k) => [
      reach * Math.sqrt((k + 0.5) / 16) * Math.cos(2.4 * k),
      reach * Math.sqrt((k + 0.5) / 16) * Math.sin(2.4 * k),
    ]);
    return { shape: (x, y) => around.reduce((s, [dx, dy]) => s + thing(x + dx!, y + dy!) / 16, 0), ...studio(r, n), noise: 1 };
  },
};

/** What it can: each of these must come clean, and without a warning. */
const FINE: Readonly<Record<string, Maker>> = {
  "one thing": (r, n) => ({ shape: someThing(r, n), ...studio(r, n), noise: between(r, 0, 1.5) }),
  "two things": (r, n) => {
    const [a, b] = [someThing(r, n), someThing(r, n)];
    return { shape: (x, y) => Math.max(a(2 * x, 2 * y - 0.5 * n), b(2 * x - n, 2 * y - 0.5 * n)), ...studio(r, n), noise: 1 };
  },
  "cut by the frame's foot": (r, n) => {
    const body = either(
      disc(n / 2, 0.36 * n, between(r, 0.11, 0.16) * n),
      box(n / 2, 0.85 * n, between(r, 0.4, 0.6) * n, 0.7 * n, 0.12 * n),
    );
    return { shape: body, ...studio(r, n), noise: 1 };
  },
  "patterned thing": (r, n) => {
    const { ground, colour } = studio(r, n);
    const [a, b, wide] = [paintOn(r, colour), paintOn(r, colour), n / between(r, 8, 20)];
    return { shape: someThing(r, n), paint: (x, y) => (Math.sin((x + y) / wide) > 0 ? a : b), ground, noise: 1 };
  },
  "soft shadow": (r, n) => {
    const { colour, paint } = studio(r, n);
    const [cy, flatness, dark] = [n * between(r, 0.8, 0.88), between(r, 0.05, 0.1), between(r, 0.2, 0.45)];
    const ground: Ground = (x, y) =>
      times(colour, 1 - dark * Math.exp(-(((x - n / 2) / (0.3 * n)) ** 2) - ((y - cy) / (flatness * n)) ** 2));
    return { shape: someThing(r, n), paint, ground, noise: 1 };
  },
  "grainy picture": (r, n) => ({ shape: someThing(r, n), ...studio(r, n), noise: between(r, 2, 4) }),
};

function scenesOf(
  makers: Readonly<Record<string, Maker>>,
  { n, count, seed, wrongTool }: { n: number; count: number; seed: number; wrongTool: boolean },
): readonly Scene[] {
  const kinds = Object.entries(makers);
  return Array.from({ length: count }, (_, k) => {
    const [name, make] = kinds[k % kinds.length]!;
    return { name: `${name} ${1 + Math.floor(k / kinds.length)}`, wrongTool, ...draw(n, make(mulberry32(seed * 1000 + k), n)) };
  });
}

/** `count` scenes that a colour model cannot tell and as many that it can, drawn at random by `seed`. */
export const randomScenes = (n: number, count: number, seed: number): readonly Scene[] => [
  ...scenesOf(WRONG, { n, count, seed, wrongTool: true }),
  ...scenesOf(FINE, { n, count, seed: seed + 500, wrongTool: false }),
];
