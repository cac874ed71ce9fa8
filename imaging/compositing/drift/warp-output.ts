import type { Affine, Rect } from "../../../protocol/geometry.ts";
import { createRaster, type RasterImage } from "../../raster/raster.ts";
import { cubicWeights } from "./bicubic.ts";
import type { ColourMatch } from "./match-colour.ts";

/** How an output lies on its source: where each source pixel is found in the output, and what its colours must become. */
export interface Placing {
  /** Source pixels → output pixels. */
  readonly transform: Affine;
  readonly colour: ColourMatch;
}

interface Tap {
  readonly columns: Int32Array;
  readonly wx: Float64Array;
  readonly wy: Float64Array;
}

function sampleInto(
  out: Uint8ClampedArray,
  at: number,
  { output, colour, tap }: { output: RasterImage; colour: ColourMatch; tap: Tap & { y0: number } },
): void {
  const { columns, wx, wy, y0 } = tap;
  let [r, g, b] = [0, 0, 0];
  for (let j = 0; j < 4; j++) {
    const row = Math.min(output.height - 1, Math.max(0, y0 - 1 + j)) * output.width;
    for (let i = 0; i < 4; i++) {
      const w = wy[j] * wx[i];
      const from = (row + columns[i]) * 4;
      r += w * output.data[from];
      g += w * output.data[from + 1];
      b += w * output.data[from + 2];
    }
  }
  out[at] = colour.gain[0] * r + colour.offset[0];
  out[at + 1] = colour.gain[1] * g + colour.offset[1];
  out[at + 2] = colour.gain[2] * b + colour.offset[2];
  out[at + 3] = 255;
}

/**
 * The part of the output that lies on `rect` of the source, in the source's pixels and colours, opaque: one bicubic resampling.
 * Transparent where the engine's picture ends short of the source.
 * The output must not be much larger than the source (shrink it first). O(rect pixels).
 */
export function warpOutput(output: RasterImage, { transform, colour }: Placing, rect: Rect<"image">): RasterImage {
  const out = createRaster(rect.width, rect.height);
  const [[a, c, e], [b, d, f]] = transform;
  const tap = { columns: new Int32Array(4), wx: new Float64Array(4), wy: new Float64Array(4), y0: 0 };
  for (let y = 0; y < rect.height; y++) {
    const sy = rect.y + y + 0.5;
    for (let x = 0; x < rect.width; x++) {
      const sx = rect.x + x + 0.5;
      const [px, py] = [a * sx + c * sy + e - 0.5, b * sx + d * sy + f - 0.5];
      if (px < -0.5 || py < -0.5 || px > output.width - 0.5 || py > output.height - 0.5) continue;
      const x0 = Math.floor(px);
      tap.y0 = Math.floor(py);
      cubicWeights(px - x0, tap.wx);
      cubicWeights(py - tap.y0, tap.wy);
      for (let i = 0; i < 4; i++) tap.columns[i] = Math.min(output.width - 1, Math.max(0, x0 - 1 + i));
      sampleInto(out.data, (y * rect.width + x) * 4, { output, colour, tap });
    }
  }
  return out;
}
