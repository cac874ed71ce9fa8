import type { Rect } from "../../../protocol/geometry.ts";
import { srgbToLinear } from "../../raster/colour.ts";
import type { RasterImage } from "../../raster/raster.ts";

/** Relative luminance 0–1 (WCAG 2) of the pixel at byte `i`. */
const luminance = ({ data }: RasterImage, i: number): number =>
  0.2126 * srgbToLinear(data[i]) + 0.7152 * srgbToLinear(data[i + 1]) + 0.0722 * srgbToLinear(data[i + 2]);

const at = (sorted: readonly number[], share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];

/** Parts a mark is looked at by, side by side: a mark half of which drowns cannot be read, whatever the other half does. */
const PARTS = 6;
/** A part's median may fall this much below what the whole must reach. */
const SLACK = 1.15;

/**
 * How well a mark stands out where it is to lie: the contrast ratio (WCAG) over the ground that seven in ten of its inked pixels reach, and in
 * each of its parts about half of them. A mark without transparency has a shape of its own and counts as readable. `ink`: its mean luminance.
 */
export function contrastOver(image: RasterImage, mark: RasterImage, rect: Rect<"image">): { readonly ratio: number; readonly ink: number } {
  const ratios: number[] = [];
  const parts = Array.from({ length: PARTS }, (): number[] => []);
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
      const ratio = (Math.max(ink, ground) + 0.05) / (Math.min(ink, ground) + 0.05);
      ratios.push(ratio);
      parts[Math.floor((PARTS * x) / rect.width)]!.push(ratio);
    }
  }
  if (ratios.length === 0) return { ratio: 1, ink: 0 };
  const opaque = clear < 0.02 * rect.width * rect.height;
  ratios.sort((a, b) => a - b);
  const medians = parts
    .filter((part) => part.length > 0.02 * ratios.length)
    .map((part) =>
      at(
        part.sort((a, b) => a - b),
        0.5,
      ),
    );
  const least = Math.min(at(ratios, 0.3), SLACK * Math.min(...medians));
  return { ratio: opaque ? Number.POSITIVE_INFINITY : least, ink: sum / ratios.length };
}
