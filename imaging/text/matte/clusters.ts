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

function seeds(data: Float32Array, picked: readonly number[], count: number): Rgb[] {
  const random = mulberry32(7);
  const colours: Rgb[] = [colourAt(data, picked[Math.floor(random() * picked.length)])];
  const away = new Float64Array(picked.length).fill(Infinity);
  while (colours.length < count) {
    const last = colours[colours.length - 1];
    let total = 0;
    picked.forEach((i, k) => {
      away[k] = Math.min(away[k], rgbDistance(colourAt(data, i), last) ** 2);
      total += away[k];
    });
    if (total < 1) break;
    let rest = random() * total;
    const next = picked.findIndex((_, k) => {
      rest -= away[k];
      return rest <= 0;
    });
    colours.push(colourAt(data, picked[next < 0 ? picked.length - 1 : next]));
  }
  return colours;
}

/** Dominant colours of the listed pixels: k-means++ (seeded, deterministic), clusters closer than `mergeBelow` joined. */
export function dominantColours(image: FloatImage, use: readonly number[], options: { count: number; mergeBelow: number }): Rgb[] {
  const { data } = image;
  if (use.length === 0) return [];
  const step = Math.max(1, Math.floor(use.length / 3000));
  const picked = use.filter((_, i) => i % step === 0);
  let colours = seeds(data, picked, options.count);
  let sizes: number[] = [];
  for (let round = 0; round < 12; round++) {
    const sums = colours.map(() => [0, 0, 0, 0]);
    for (const i of picked) {
      const s = sums[nearest(colours, data, i)];
      for (let c = 0; c < 3; c++) s[c] += data[i * 3 + c];
      s[3]++;
    }
    const before = colours;
    colours = before.map((old, k) =>
      sums[k][3] === 0 ? old : [sums[k][0] / sums[k][3], sums[k][1] / sums[k][3], sums[k][2] / sums[k][3]],
    );
    sizes = sums.map((s) => s[3]);
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
