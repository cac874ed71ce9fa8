import { mulberry32 } from "../../../imaging/raster/random.ts";
import type { Colour, GroundKind, GroundSpec } from "./poster-spec.ts";

type Paint = (x: number, y: number) => Colour;
interface Canvas {
  readonly width: number;
  readonly height: number;
}

const mix = (a: Colour, b: Colour, t: number): Colour => {
  const s = Math.min(1, Math.max(0, t));
  return [a[0] + (b[0] - a[0]) * s, a[1] + (b[1] - a[1]) * s, a[2] + (b[2] - a[2]) * s];
};

/** Smoothed lattice noise 0–1. */
function valueNoise(random: () => number): (x: number, y: number) => number {
  const table = Float32Array.from({ length: 65536 }, random);
  const ease = (t: number) => t * t * (3 - 2 * t);
  const at = (x: number, y: number) => table[(y & 255) * 256 + (x & 255)];
  return (x, y) => {
    const [i, j] = [Math.floor(x), Math.floor(y)];
    const [u, v] = [ease(x - i), ease(y - j)];
    const top = at(i, j) + (at(i + 1, j) - at(i, j)) * u;
    return top + (at(i, j + 1) + (at(i + 1, j + 1) - at(i, j + 1)) * u - top) * v;
  };
}

/** `grain`: what differs from pixel to pixel. */
type Maker = (
  colours: readonly Colour[],
  at: { readonly random: () => number; readonly grain: () => number; readonly size: Canvas; readonly sigma?: number | undefined },
) => Paint;

/** A defocused scene: rolling light, discs of bokeh, a darker foreground, sensor grain. */
const photo: Maker = ([a, b, c], { random, grain: next, size: { width, height }, sigma }) => {
  const [n1, n2, n3] = [valueNoise(random), valueNoise(random), valueNoise(random)];
  const discs = Array.from({ length: 14 }, () => ({
    x: random() * width,
    y: random() * height,
    r: (0.02 + 0.07 * random()) * width,
    light: 0.1 + 0.25 * random(),
  }));
  const horizon = (0.55 + 0.3 * random()) * height;
  const own = 3 + 7 * random();
  const grain = sigma === undefined ? own : sigma * Math.sqrt(6);
  return (x, y) => {
    const t = 0.5 * n1(x / 210, y / 210) + 0.3 * n2(x / 75, y / 75) + 0.2 * n3(x / 24, y / 24);
    let colour = mix(mix(a, b, t), c, 0.7 / (1 + Math.exp((horizon + 60 * n1(x / 150, 9) - y) / 14)));
    for (const d of discs) {
      const edge = (d.r - Math.hypot(x - d.x, y - d.y)) / 3;
      if (edge > 0) colour = mix(colour, [255, 244, 224], d.light * Math.min(1, edge));
    }
    const g = (next() + next() - 1) * grain;
    return [colour[0] + g, colour[1] + g, colour[2] + g];
  };
};

const stripes: Maker = ([a, b], { random }) => {
  const angle = random() * Math.PI;
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  const pitch = 18 + 60 * random();
  const share = 0.3 + 0.4 * random();
  return (x, y) => {
    const at = (((x * c + y * s) % pitch) + pitch) % pitch;
    return mix(a, b, Math.min(at, share * pitch - at) + 0.5);
  };
};

const wood: Maker = ([a, b], { random, grain }) => {
  const [n1, n2, n3] = [valueNoise(random), valueNoise(random), valueNoise(random)];
  const pitch = 10 + 12 * random();
  return (x, y) => {
    const rings = 0.5 + 0.5 * Math.sin((y / pitch + 3 * n1(x / 180, y / 90)) * 2);
    const t = 0.65 * (n1(x / 300, y / 18) * 0.6 + n2(x / 120, y / 6) * 0.3 + n3(x / 30, y / 2.2) * 0.25) + 0.35 * rings;
    const g = (grain() - 0.5) * 10;
    const colour = mix(a, b, t);
    return [colour[0] + g, colour[1] + g, colour[2] + g];
  };
};

const noise: Maker = ([a, b], { random, grain }) => {
  const [n1, n2] = [valueNoise(random), valueNoise(random)];
  const coarse = 4 + 8 * random();
  return (x, y) => mix(a, b, 0.4 * n1(x / coarse, y / coarse) + 0.3 * n2(x / 3, y / 3) + 0.3 * grain());
};

/** Two surfaces with a straight edge between them, through the middle of the picture so that text crosses it. */
const panelEdge: Maker = ([a, b, c], { random, size: { width, height } }) => {
  const angle = random() < 0.6 ? (random() < 0.5 ? 0 : Math.PI / 2) : random() * Math.PI;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const [cx, cy] = [width * (0.35 + 0.3 * random()), height * (0.4 + 0.2 * random())];
  const sloped = random() < 0.4;
  return (x, y) => {
    const side = (x - cx) * cos + (y - cy) * sin + 0.5;
    return mix(sloped ? mix(a, c, y / height / 2) : a, b, side);
  };
};

const gradient: Maker = ([a, b], { random, size: { width, height } }) => {
  if (random() < 0.35) {
    const [cx, cy] = [width * random(), height * random()];
    return (x, y) => mix(a, b, Math.hypot(x - cx, y - cy) / Math.hypot(width, height));
  }
  const angle = random() * Math.PI;
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  const reach = (Math.abs(c) * width + Math.abs(s) * height) / 2;
  return (x, y) => mix(a, b, 0.5 + ((x - width / 2) * c + (y - height / 2) * s) / (2 * reach));
};

const MAKERS: Readonly<Record<GroundKind, Maker>> = {
  flat:
    ([a]) =>
    () =>
      a,
  gradient,
  photo,
  stripes,
  wood,
  noise,
  "panel-edge": panelEdge,
};

/** Grounds with something in them that nobody can foresee under letters. */
const GRAINED: readonly GroundKind[] = ["photo", "wood", "noise"];

const painted = (paint: Paint, size: Canvas): Float32Array => {
  const out = new Float32Array(size.width * size.height * 3);
  for (let y = 0, i = 0; y < size.height; y++) for (let x = 0; x < size.width; x++, i += 3) out.set(paint(x, y), i);
  return out;
};

/** The picture behind the text, `[H, W, 3]` 0–255. */
export function paintGround(spec: GroundSpec, size: Canvas): Float32Array {
  const random = mulberry32(spec.seed);
  return painted(MAKERS[spec.kind](spec.colours, { random, grain: random, size, sigma: spec.grain }), size);
}

/** The same with other grain: what whoever knows all of a ground but its grain may restore. `undefined` where there is none. */
export function regrainedGround(spec: GroundSpec, size: Canvas): Float32Array | undefined {
  if (!GRAINED.includes(spec.kind)) return undefined;
  return painted(
    MAKERS[spec.kind](spec.colours, { random: mulberry32(spec.seed), grain: mulberry32(spec.seed + 1), size, sigma: spec.grain }),
    size,
  );
}
