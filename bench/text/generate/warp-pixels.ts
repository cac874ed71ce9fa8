import { invertHomography, project, rectToQuad } from "../../../imaging/raster/homography.ts";
import type { Quad } from "../../../protocol/geometry.ts";

/** Straight RGBA bent so that its corners come to lie on the quad; bilinear over premultiplied values. */
export function warpPixels(data: Uint8ClampedArray, size: { width: number; height: number }, quad: Quad<"image">): Uint8ClampedArray {
  const forward = rectToQuad(size, quad);
  const back = forward && invertHomography(forward);
  if (!back) throw new Error("the quad has no area");
  const out = new Uint8ClampedArray(data.length);
  for (let y = 0; y < size.height; y++) {
    for (let x = 0; x < size.width; x++) {
      const p = project(back, x + 0.5, y + 0.5);
      sample(data, size, { x: p.x - 0.5, y: p.y - 0.5, out, at: (y * size.width + x) * 4 });
    }
  }
  return out;
}

function sample(
  data: Uint8ClampedArray,
  { width, height }: { width: number; height: number },
  { x, y, out, at }: { x: number; y: number; out: Uint8ClampedArray; at: number },
): void {
  const [i, j] = [Math.floor(x), Math.floor(y)];
  if (i < 0 || j < 0 || i >= width - 1 || j >= height - 1) return;
  const [u, v] = [x - i, y - j];
  const sums = [0, 0, 0, 0];
  for (const [dx, dy, w] of [
    [0, 0, (1 - u) * (1 - v)],
    [1, 0, u * (1 - v)],
    [0, 1, (1 - u) * v],
    [1, 1, u * v],
  ]) {
    const k = ((j + dy) * width + i + dx) * 4;
    const alpha = w * data[k + 3];
    for (let c = 0; c < 3; c++) sums[c] += alpha * data[k + c];
    sums[3] += alpha;
  }
  if (sums[3] > 0) out.set([sums[0] / sums[3], sums[1] / sums[3], sums[2] / sums[3], sums[3]], at);
}
