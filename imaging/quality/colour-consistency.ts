import { medianColour, type Rgb } from "../raster/colour.ts";
import { deltaE2000 } from "../raster/delta-e.ts";
import { distanceInsideMask, distanceToMask } from "../raster/distance.ts";
import type { Mask, RasterImage } from "../raster/raster.ts";

/** Width of the bands compared on both sides of the mask's edge, pixels. */
const BAND = 4;

const rgbOf = (image: RasterImage): Uint8Array => {
  const out = new Uint8Array(image.width * image.height * 3);
  for (let i = 0; i < out.length / 3; i++) out.set(image.data.subarray(i * 4, i * 4 + 3), i * 3);
  return out;
};

/** ΔE2000 between the median colours just inside and just outside the mask's edge; 0 where one of the bands is empty. Below 2 nobody sees. */
export function colourConsistency(result: RasterImage, mask: Mask): number {
  const rgb = rgbOf(result);
  const [inside, outside] = [distanceInsideMask(mask), distanceToMask(mask)];
  const median = (d: Float32Array): Rgb | undefined => medianColour(rgb, (i) => d[i] > 0 && d[i] <= BAND);
  const [a, b] = [median(inside), median(outside)];
  return a === undefined || b === undefined ? 0 : deltaE2000(a, b);
}
