import type { Rect } from "../../../protocol/geometry.ts";
import { srgbToLinear } from "../../raster/colour.ts";
import type { RasterImage } from "../../raster/raster.ts";

/** Relative luminance 0–1 (WCAG 2) of the pixel at byte `i`. */
const luminance = ({ data }: RasterImage, i: number): number =>
  0.2126 * srgbToLinear(data[i]) + 0.7152 * srgbToLinear(data[i + 1]) + 0.0722 * srgbToLinear(data[i + 2]);

const at = (sorted: readonly number[], share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];

/**
 * How well a mark stands out where it is to lie: the contrast ratio (WCAG) that nine in ten of its inked pixels at its own rim or next to
 * see-through ones reach over the ground. A mark without transparency has a shape of its own and counts as readable. `ink`: its mean luminance.
 */
export function contrastOver(image: RasterImage, mark: RasterImage, rect: Rect<"image">): { readonly ratio: number; readonly ink: number } {
  const ratios: number[] = [];
  let sum = 0;
  let clear = 0;
  for (let y = 0; y < rect.height; y++) {
    for (let x = 0; x < rect.width; x++) {
      const from = (y * rect.width + x) * 4;
      if (mark.data[from + 3] < 128) {
        clear++;
        continue;
      }
      const ink = luminance(mark, from);
      const ground = luminance(image, ((y + rect.y) * image.width + x + rect.x) * 4);
      sum += ink;
      ratios.push((Math.max(ink, ground) + 0.05) / (Math.min(ink, ground) + 0.05));
    }
  }
  if (ratios.length === 0) return { ratio: 1, ink: 0 };
  const opaque = clear < 0.02 * rect.width * rect.height;
  ratios.sort((a, b) => a - b);
  return { ratio: opaque ? Number.POSITIVE_INFINITY : at(ratios, 0.3), ink: sum / ratios.length };
}
