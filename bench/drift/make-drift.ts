import { cubicWeights } from "../../imaging/compositing/drift/bicubic.ts";
import { mulberry32 } from "../../imaging/raster/random.ts";
import { createMask, createRaster, type Mask, type RasterImage } from "../../imaging/raster/raster.ts";
import { type Affine, invert } from "../../protocol/geometry.ts";

/** One made-up drift, its truth known. */
export interface DriftCase {
  /** Source pixels → output pixels. */
  readonly transform: Affine;
  readonly gain: readonly [number, number, number];
  readonly offset: readonly [number, number, number];
  /** What was changed on purpose. */
  readonly edit: Mask;
  readonly output: RasterImage;
}

function randomAffine(next: () => number, { width, height }: RasterImage): Affine {
  const spread = (reach: number) => (next() * 2 - 1) * reach;
  const [zoom, angle, shear] = [1 + spread(0.03), (spread(1) * Math.PI) / 180, spread(0.004)];
  const [a, c, b, d] = [zoom * Math.cos(angle), -zoom * Math.sin(angle) + shear, zoom * Math.sin(angle), zoom * Math.cos(angle)];
  const [cx, cy] = [width / 2, height / 2];
  return [
    [a, c, cx + spread(12) - a * cx - c * cy],
    [b, d, cy + spread(12) - b * cx - d * cy],
  ];
}

const clamp = (v: number, last: number) => Math.min(last, Math.max(0, v));

/** The picture seen through `map` (result → picture), bicubic. */
function seenThrough(image: RasterImage, [[a, c, e], [b, d, f]]: Affine): RasterImage {
  const out = createRaster(image.width, image.height);
  const [wx, wy] = [new Float64Array(4), new Float64Array(4)];
  for (let i = 0; i < image.width * image.height; i++) {
    const [x, y] = [(i % image.width) + 0.5, Math.floor(i / image.width) + 0.5];
    const [px, py] = [a * x + c * y + e - 0.5, b * x + d * y + f - 0.5];
    cubicWeights(px - Math.floor(px), wx);
    cubicWeights(py - Math.floor(py), wy);
    const sum = [0, 0, 0];
    for (let k = 0; k < 16; k++) {
      const at =
        clamp(Math.floor(py) - 1 + (k >> 2), image.height - 1) * image.width + clamp(Math.floor(px) - 1 + (k & 3), image.width - 1);
      for (let ch = 0; ch < 3; ch++) sum[ch] += wx[k & 3] * wy[k >> 2] * image.data[at * 4 + ch];
    }
    out.data.set([...sum, 255], i * 4);
  }
  return out;
}

/** Paints one to three blobs with another texture, up to `share` of the area, and says where. */
function paintEdit(source: RasterImage, next: () => number, share: number): { edited: RasterImage; edit: Mask } {
  const { width, height } = source;
  const edited = { width, height, data: Uint8ClampedArray.from(source.data) };
  const edit = createMask(width, height);
  const blobs = 1 + Math.floor(next() * 3);
  for (let k = 0; k < blobs; k++) {
    const radius = Math.sqrt((share * width * height) / blobs / Math.PI);
    const [cx, cy] = [width * (0.2 + 0.6 * next()), height * (0.2 + 0.6 * next())];
    const [turn, stripe] = [next() * Math.PI, 4 + next() * 20];
    const colour = [next() * 255, next() * 255, next() * 255];
    for (let i = 0; i < width * height; i++) {
      const [x, y] = [i % width, Math.floor(i / width)];
      if (Math.hypot(x - cx, y - cy) > radius) continue;
      const wave = 50 * Math.sin(((x * Math.cos(turn) + y * Math.sin(turn)) * 2 * Math.PI) / stripe);
      for (let c = 0; c < 3; c++) edited.data[i * 4 + c] = colour[c] + wave;
      edit.data[i] = 255;
    }
  }
  return { edited, edit };
}

/** A drifted, edited output of `source` as a generative engine gives it; the same seed gives the same case. */
export function makeDrift(source: RasterImage, seed: number): DriftCase {
  const next = mulberry32(seed);
  const transform = randomAffine(next, source);
  const { edited, edit } = paintEdit(source, next, 0.01 + 0.29 * next() ** 2);
  const output = seenThrough(edited, invert(transform)!);
  const gain = [0, 1, 2].map(() => 0.94 + 0.12 * next()) as [number, number, number];
  const offset = [0, 1, 2].map(() => (next() * 2 - 1) * 8) as [number, number, number];
  for (let i = 0; i < output.data.length; i++)
    if (i % 4 !== 3) output.data[i] = output.data[i] * gain[i % 4] + offset[i % 4] + (next() - 0.5) * 6;
  return { transform, gain, offset, edit, output };
}
