import { createFloatImage, type FloatImage, type RasterImage } from "./raster.ts";

/** What each pixel of the cut takes along one axis: its first source pixel, and the weights of it and its followers, `most` each. */
interface Taps {
  readonly first: Int32Array;
  readonly most: number;
  readonly weights: Float64Array;
}

interface Stretch {
  /** Pixels of the source along the axis. */
  readonly limit: number;
  readonly centre: number;
  /** Source pixels that are cut, and pixels they become. */
  readonly length: number;
  readonly pixels: number;
  readonly supersample: number;
}

/** The bilinear weights of all samples of a pixel, summed by source pixel. */
function tapsAlong({ limit, centre, length, pixels, supersample }: Stretch): Taps {
  const place = (pixel: number, k: number): number =>
    Math.min(limit - 1, Math.max(0, centre + ((pixel + (k + 0.5) / supersample) / pixels - 0.5) * length - 0.5));
  const most = Math.min(limit, 2 + Math.ceil(length / pixels));
  const first = new Int32Array(pixels);
  const weights = new Float64Array(pixels * most);
  for (let x = 0; x < pixels; x++) {
    first[x] = Math.min(Math.floor(place(x, 0)), limit - most);
    for (let k = 0; k < supersample; k++) {
      const at = place(x, k);
      const tap = x * most + Math.floor(at) - first[x];
      const share = at - Math.floor(at);
      weights[tap] += (1 - share) / supersample;
      if (share > 0) weights[tap + 1] += share / supersample;
    }
  }
  return { first, most, weights };
}

/** The weighted sum of the source rows under row `y` of the cut, RGB, from the column `from` on. */
function mixRows(sum: Float64Array, { data, width }: RasterImage, { rows, y, from }: { rows: Taps; y: number; from: number }): void {
  sum.fill(0);
  for (let k = 0; k < rows.most; k++) {
    const weight = rows.weights[y * rows.most + k];
    if (weight === 0) continue;
    for (let i = 0, at = ((rows.first[y] + k) * width + from) * 4; i < sum.length; i += 3, at += 4) {
      sum[i] += weight * data[at];
      sum[i + 1] += weight * data[at + 1];
      sum[i + 2] += weight * data[at + 2];
    }
  }
}

function mixColumns(sum: Float64Array, { first, most, weights }: Taps, { out, to }: { out: Float32Array; to: number }): void {
  const left = first[0];
  for (let x = 0, at = to; x < first.length; x++, at += 3) {
    let [r, g, b] = [0, 0, 0];
    for (let k = x * most, i = (first[x] - left) * 3; k < (x + 1) * most; k++, i += 3) {
      const weight = weights[k];
      r += weight * sum[i];
      g += weight * sum[i + 1];
      b += weight * sum[i + 2];
    }
    out[at] = r;
    out[at + 1] = g;
    out[at + 2] = b;
  }
}

/**
 * An upright cut, resampled: what lies in a row shares its source rows, and in a column its source columns, so each axis is gone through by
 * itself. But for rounding the same as bilinear colours sampled one by one.
 */
export function sampleUpright(
  image: RasterImage,
  box: { readonly cx: number; readonly cy: number; readonly width: number; readonly height: number },
  size: { readonly width: number; readonly height: number; readonly supersample: number },
): FloatImage {
  const { supersample } = size;
  const columns = tapsAlong({ limit: image.width, centre: box.cx, length: box.width, pixels: size.width, supersample });
  const rows = tapsAlong({ limit: image.height, centre: box.cy, length: box.height, pixels: size.height, supersample });
  const out = createFloatImage(size.width, size.height);
  const from = columns.first[0];
  const sum = new Float64Array((columns.first[size.width - 1] + columns.most - from) * 3);
  for (let y = 0; y < size.height; y++) {
    mixRows(sum, image, { rows, y, from });
    mixColumns(sum, columns, { out: out.data, to: y * size.width * 3 });
  }
  return out;
}
