import { type Rgb, rgbDistance } from "../../raster/colour.ts";
import { mulberry32 } from "../../raster/random.ts";
import type { FloatImage } from "../../raster/raster.ts";

export const colourAt = (data: Float32Array, i: number): Rgb => [data[i * 3], data[i * 3 + 1], data[i * 3 + 2]];

/** Index of the nearest colour. */
export function nearest(colours: readonly Rgb[], data: Float32Array, i: number): number {
  let best = 0;
  let least = Infinity;
  const at = i * 3;
  for (let k = 0; k < colours.length; k++) {
    const colour = colours[k];
    const r = data[at] - colour[0];
    const g = data[at + 1] - colour[1];
    const b = data[at + 2] - colour[2];
    const d = r * r + g * g + b * b;
    if (d < least) {
      least = d;
      best = k;
    }
  }
  return best;
}

/** The colours of pixels one after the other. */
function coloursAt(data: Float32Array, pixels: readonly number[], step: number): Float32Array {
  const out = new Float32Array(3 * Math.ceil(pixels.length / step));
  for (let k = 0, to = 0; k < pixels.length; k += step, to += 3) {
    const i = pixels[k] * 3;
    out[to] = data[i];
    out[to + 1] = data[i + 1];
    out[to + 2] = data[i + 2];
  }
  return out;
}

function seeds(picked: Float32Array, count: number): Rgb[] {
  const random = mulberry32(7);
  const n = picked.length / 3;
  const colours: Rgb[] = [colourAt(picked, Math.floor(random() * n))];
  const away = new Float64Array(n).fill(Infinity);
  while (colours.length < count) {
    const last = colours[colours.length - 1];
    let total = 0;
    for (let k = 0; k < n; k++) {
      away[k] = Math.min(away[k], rgbDistance(colourAt(picked, k), last) ** 2);
      total += away[k];
    }
    if (total < 1) break;
    let next = 0;
    for (let rest = random() * total - away[0]; rest > 0 && next < n - 1; rest -= away[next]) next++;
    colours.push(colourAt(picked, next));
  }
  return colours;
}

/** Per colour the sums of the pixels nearest to it, and how many they are. */
function gatheredBy(colours: readonly Rgb[], picked: Float32Array): Float64Array {
  const sums = new Float64Array(colours.length * 4);
  for (let k = 0; k * 3 < picked.length; k++) {
    const to = nearest(colours, picked, k) * 4;
    sums[to] += picked[k * 3];
    sums[to + 1] += picked[k * 3 + 1];
    sums[to + 2] += picked[k * 3 + 2];
    sums[to + 3]++;
  }
  return sums;
}

/** Dominant colours of the listed pixels: k-means++ (seeded, deterministic), clusters closer than `mergeBelow` joined. */
export function dominantColours(image: FloatImage, use: readonly number[], options: { count: number; mergeBelow: number }): Rgb[] {
  if (use.length === 0) return [];
  const picked = coloursAt(image.data, use, Math.max(1, Math.floor(use.length / 3000)));
  let colours = seeds(picked, options.count);
  let sizes: number[] = [];
  for (let round = 0; round < 12; round++) {
    const sums = gatheredBy(colours, picked);
    const before = colours;
    sizes = before.map((_, k) => sums[k * 4 + 3]);
    colours = before.map((old, k) =>
      sizes[k] === 0 ? old : [sums[k * 4] / sizes[k], sums[k * 4 + 1] / sizes[k], sums[k * 4 + 2] / sizes[k]],
    );
    // Once the colours stand still, all rounds to come would give the same.
    if (colours.every((colour, k) => colour.every((value, c) => value === before[k][c]))) break;
  }
  return merged(colours, sizes, options.mergeBelow);
}

function merged(colours: readonly Rgb[], sizes: readonly number[], below: number): Rgb[] {
  const left = colours.map((colour, k) => ({ colour, size: sizes[k] })).filter((c) => c.size > 0);
  for (;;) {
    let pair: [number, number] | undefined;
    let least = below;
    for (let a = 0; a < left.length; a++) {
      for (let b = a + 1; b < left.length; b++) {
        const d = rgbDistance(left[a].colour, left[b].colour);
        if (d < least) {
          least = d;
          pair = [a, b];
        }
      }
    }
    if (!pair) return left.map((c) => c.colour);
    const [a, b] = pair;
    const size = left[a].size + left[b].size;
    const mix = (c: 0 | 1 | 2) => (left[a].colour[c] * left[a].size + left[b].colour[c] * left[b].size) / size;
    left[a] = { colour: [mix(0), mix(1), mix(2)], size };
    left.splice(b, 1);
  }
}
