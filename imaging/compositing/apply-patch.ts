import type { Rect } from "../../protocol/geometry.ts";
import type { RasterImage } from "../raster/raster.ts";

/**
 * The source with the patch over it: straight-alpha 8-bit "source over", one rounding per channel. Alpha 0 leaves all four
 * channels as they are, alpha 255 replaces them. A new raster; throws where the patch does not lie inside the source.
 *
 * With patch alpha a, source alpha b (0–255): out alpha o = a + round(b·(255 − a)/255),
 * out colour = round((P·a·255 + S·b·(255 − a)) / (a·255 + b·(255 − a))). Over an opaque source: round((P·a + S·(255 − a))/255).
 */
export function applyPatch(
  source: RasterImage,
  { rect, patch }: { readonly rect: Rect<"image">; readonly patch: RasterImage },
): RasterImage {
  if (rect.x < 0 || rect.y < 0 || rect.x + patch.width > source.width || rect.y + patch.height > source.height) {
    throw new RangeError("the patch lies outside the source");
  }
  const out: RasterImage = { width: source.width, height: source.height, data: source.data.slice() };
  for (let y = 0; y < patch.height; y++) {
    for (let x = 0; x < patch.width; x++) {
      const from = (y * patch.width + x) * 4;
      const to = ((y + rect.y) * source.width + x + rect.x) * 4;
      if (patch.data[from + 3] === 255) for (let c = 0; c < 4; c++) out.data[to + c] = patch.data[from + c];
      else if (patch.data[from + 3] !== 0) blend(out.data, to, patch.data.subarray(from, from + 4));
    }
  }
  return out;
}

function blend(out: Uint8ClampedArray, at: number, top: Uint8ClampedArray): void {
  const a = top[3];
  const over = a * 255;
  const under = out[at + 3] * (255 - a);
  for (let c = 0; c < 3; c++) out[at + c] = divideRounded(top[c] * over + out[at + c] * under, over + under);
  out[at + 3] = a + divideRounded(under, 255);
}

/** Nearest whole number of a quotient of whole numbers, halves up: the same everywhere. */
const divideRounded = (n: number, d: number): number => Math.floor((2 * n + d) / (2 * d));
