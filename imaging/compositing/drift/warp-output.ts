import type { Rect } from "../../../protocol/geometry.ts";
import { createRaster, type RasterImage } from "../../raster/raster.ts";
import { type Bend, bendAt } from "./bend.ts";
import { cubicWeights } from "./bicubic.ts";
import type { Placing } from "./placing.ts";

/** Steps of a pixel that the weights are tabled at: finer than eight bits can tell. */
const STEPS = 512;
/** Columns between two places the bend is looked up at; linear between. */
const STRIDE = 8;

const TABLE: Float64Array = (() => {
  const table = new Float64Array((STEPS + 1) * 4);
  for (let k = 0; k <= STEPS; k++) cubicWeights(k / STEPS, table.subarray(k * 4, k * 4 + 4));
  return table;
})();

interface Sampler {
  readonly output: RasterImage;
  /** Sum of red, green, blue at the last place. */
  readonly sum: Float64Array;
}

/** Bicubic colour at pixel index coordinates (0 = centre of the first pixel), borders repeat. */
function sample({ output: { width, height, data }, sum }: Sampler, px: number, py: number): void {
  const x0 = Math.floor(px);
  const y0 = Math.floor(py);
  const wx = Math.round((px - x0) * STEPS) * 4;
  const wy = Math.round((py - y0) * STEPS) * 4;
  const inside = x0 >= 1 && y0 >= 1 && x0 + 2 < width && y0 + 2 < height;
  let r = 0;
  let g = 0;
  let b = 0;
  for (let j = 0; j < 4; j++) {
    const y = inside ? y0 - 1 + j : Math.min(height - 1, Math.max(0, y0 - 1 + j));
    const down = TABLE[wy + j];
    for (let i = 0; i < 4; i++) {
      const x = inside ? x0 - 1 + i : Math.min(width - 1, Math.max(0, x0 - 1 + i));
      const at = (y * width + x) * 4;
      const w = down * TABLE[wx + i];
      r += w * data[at];
      g += w * data[at + 1];
      b += w * data[at + 2];
    }
  }
  sum[0] = r;
  sum[1] = g;
  sum[2] = b;
}

interface RowBend {
  readonly dx: Float32Array;
  readonly dy: Float32Array;
}

/** Displacements of one row of `rect`, looked up every STRIDE pixels. */
function bendRow(bend: Bend, { x, y, width }: { x: number; y: number; width: number }, into: RowBend): void {
  for (let from = 0; from < width; from += STRIDE) {
    const [a, b] = [bendAt(bend, x + from + 0.5, y), bendAt(bend, x + from + STRIDE + 0.5, y)];
    for (let k = 0; k < STRIDE && from + k < width; k++) {
      into.dx[from + k] = a.x + ((b.x - a.x) * k) / STRIDE;
      into.dy[from + k] = a.y + ((b.y - a.y) * k) / STRIDE;
    }
  }
}

/**
 * The part of the output that lies on `rect` of the source, in the source's pixels and colours, opaque: one bicubic resampling.
 * Transparent where the engine's picture ends short of the source.
 * The output must not be much larger than the source (shrink it first). About 0.1 s for 1 MP.
 */
export function warpOutput(output: RasterImage, { transform, bend, colour }: Placing, rect: Rect<"image">): RasterImage {
  const out = createRaster(rect.width, rect.height);
  const [[a, c, e], [b, d, f]] = transform;
  const { gain, offset } = colour;
  const by = { dx: new Float32Array(rect.width), dy: new Float32Array(rect.width) };
  const sampler = { output, sum: new Float64Array(3) };
  const { sum } = sampler;
  for (let y = 0; y < rect.height; y++) {
    const sy = rect.y + y + 0.5;
    if (bend !== undefined) bendRow(bend, { x: rect.x, y: sy, width: rect.width }, by);
    for (let x = 0, at = y * rect.width * 4; x < rect.width; x++, at += 4) {
      const sx = rect.x + x + 0.5;
      const px = a * sx + c * sy + e + by.dx[x] - 0.5;
      const py = b * sx + d * sy + f + by.dy[x] - 0.5;
      if (px < -0.5 || py < -0.5 || px > output.width - 0.5 || py > output.height - 0.5) continue;
      sample(sampler, px, py);
      for (let k = 0; k < 3; k++) out.data[at + k] = gain[k] * sum[k] + offset[k];
      out.data[at + 3] = 255;
    }
  }
  return out;
}
