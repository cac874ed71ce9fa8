import type { Rect } from "../../../protocol/geometry.ts";
import { luma } from "../../raster/colour.ts";
import type { RasterImage } from "../../raster/raster.ts";

/** A finder square of a QR code: its middle and the side of one module, pixels. */
interface Finder {
  readonly x: number;
  readonly y: number;
  readonly module: number;
}

/** Dark, light, dark, light, dark runs through a finder square, in modules. */
const RATIO = [1, 1, 3, 1, 1] as const;
const TOLERANCE = 0.5;
const LEAST_MODULE = 1.5;
/** A code that stands about upright is as high as it is wide. */
const SQUARE = 0.85;
/** The shorter side holds so many neighbourhoods that say what is dark. */
const TILE = 16;

/** 1 where a pixel is darker than the middle of its neighbourhood's range; neighbourhoods without contrast are light. */
function darkness({ width, height, data }: RasterImage): Uint8Array {
  const out = new Uint8Array(width * height);
  const side = Math.max(24, Math.round(Math.min(width, height) / TILE));
  for (let ty = 0; ty < height; ty += side) {
    for (let tx = 0; tx < width; tx += side) {
      let [least, most] = [255, 0];
      const around = (use: (i: number, v: number) => void, by: number): void => {
        for (let y = Math.max(0, ty - by); y < Math.min(height, ty + side + by); y++)
          for (let x = Math.max(0, tx - by); x < Math.min(width, tx + side + by); x++) {
            const i = y * width + x;
            use(i, luma(data[i * 4], data[i * 4 + 1], data[i * 4 + 2]));
          }
      };
      around((_, v) => {
        least = Math.min(least, v);
        most = Math.max(most, v);
      }, side >> 1);
      if (most - least > 60) around((i, v) => (out[i] = v < (least + most) / 2 ? 1 : 0), 0);
    }
  }
  return out;
}

/** The module's side where five runs that end at `end` have a finder's ratio. */
function moduleOf(runs: readonly number[]): number | undefined {
  const module = runs.reduce((a, b) => a + b, 0) / 7;
  if (module < LEAST_MODULE) return undefined;
  return RATIO.every((n, k) => Math.abs(runs[k] - n * module) <= TOLERANCE * module * Math.max(1, n / 2)) ? module : undefined;
}

/** Middles of stretches with a finder's ratio along one line of pixels. */
function alongLine(at: (k: number) => number, length: number): readonly { readonly middle: number; readonly module: number }[] {
  const found: { middle: number; module: number }[] = [];
  const runs: number[] = [];
  let start = 0;
  for (let k = 1; k <= length; k++) {
    if (k < length && at(k) === at(k - 1)) continue;
    runs.push(k - start);
    start = k;
    const module = at(k - 1) === 1 && runs.length >= 5 ? moduleOf(runs.slice(-5)) : undefined;
    if (module !== undefined) found.push({ middle: k - 3.5 * module, module });
  }
  return found;
}

/** Finder squares: the ratio holds along the row and, through the same middle, along the column. */
function finders({ width, height }: RasterImage, dark: Uint8Array): readonly Finder[] {
  const out: Finder[] = [];
  const columns = new Map<number, ReturnType<typeof alongLine>>();
  for (let y = 0; y < height; y++) {
    for (const { middle, module } of alongLine((x) => dark[y * width + x], width)) {
      const x = Math.round(middle);
      const column = columns.get(x) ?? alongLine((k) => dark[k * width + x], height);
      columns.set(x, column);
      const across = column.find((c) => Math.abs(c.middle - y) < 2 * module && Math.abs(c.module - module) < 0.4 * module);
      if (across === undefined || out.some((f) => Math.hypot(f.x - middle, f.y - across.middle) < 4 * module)) continue;
      out.push({ x: middle, y: across.middle, module });
    }
  }
  return out;
}

/** Three squares at the corners of a right angle with equal legs, of one module. */
function corner(a: Finder, b: Finder, c: Finder): boolean {
  const [p, q] = [Math.hypot(b.x - a.x, b.y - a.y), Math.hypot(c.x - a.x, c.y - a.y)];
  const square = Math.abs(((b.x - a.x) * (c.x - a.x) + (b.y - a.y) * (c.y - a.y)) / (p * q)) < 0.25;
  const alike = [b, c].every((f) => Math.abs(f.module - a.module) < 0.35 * a.module);
  return square && alike && Math.abs(p - q) < 0.2 * Math.max(p, q) && p > 12 * a.module && p < 180 * a.module;
}

/** QR codes that stand about upright, by their three finder squares. Nothing is decoded. */
export function findQrCodes(image: RasterImage): readonly Rect<"image">[] {
  const all = finders(image, darkness(image)).slice(0, 40);
  const found: Rect<"image">[] = [];
  for (const a of all) {
    for (const b of all) {
      const c = all.find((f) => f !== a && f !== b && all.indexOf(f) > all.indexOf(b) && corner(a, b, f));
      if (b === a || c === undefined) continue;
      const [xs, ys, pad] = [[a.x, b.x, c.x], [a.y, b.y, c.y], 3.5 * a.module];
      const [x, y] = [Math.round(Math.min(...xs) - pad), Math.round(Math.min(...ys) - pad)];
      const [width, height] = [Math.round(Math.max(...xs) + pad) - x, Math.round(Math.max(...ys) + pad) - y];
      if (Math.min(width, height) > SQUARE * Math.max(width, height)) found.push({ x, y, width, height });
    }
  }
  return found;
}
