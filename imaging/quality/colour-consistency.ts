import type { Rgb } from "../raster/colour.ts";
import { boundsOfMask, cropMask, cropRaster, growRect } from "../raster/crop.ts";
import { deltaE2000 } from "../raster/delta-e.ts";
import { dilate, erode } from "../raster/dilate.ts";
import type { Mask, RasterImage } from "../raster/raster.ts";

/** Width of the bands compared on both sides of the mask's edge, pixels. */
const BAND = 4;

/** Middle value of each channel over the pixels that are in `of` and not in `but`; `undefined` where there are none. By counting: O(pixels). */
function medianBetween({ data }: RasterImage, of: Mask, but: Mask): Rgb | undefined {
  const counts = [0, 1, 2].map(() => new Uint32Array(256));
  let n = 0;
  for (let i = 0; i < of.data.length; i++) {
    if (of.data[i] === 0 || but.data[i] !== 0) continue;
    n++;
    for (let c = 0; c < 3; c++) counts[c][data[i * 4 + c]]++;
  }
  if (n === 0) return undefined;
  const valueAt = (channel: Uint32Array, rank: number): number => {
    let [value, before] = [0, channel[0]];
    while (before <= rank) before += channel[++value];
    return value;
  };
  const [r, g, b] = counts.map((channel) => (valueAt(channel, (n - 1) >> 1) + valueAt(channel, n >> 1)) / 2);
  return [r, g, b];
}

/** ΔE2000 between the median colours just inside and just outside the mask's edge; 0 where one of the bands is empty. Below 2 nobody sees. */
export function colourConsistency(result: RasterImage, mask: Mask): number {
  const bounds = boundsOfMask(mask);
  if (bounds === undefined) return 0;
  const rect = growRect(bounds, BAND + 1, mask);
  const [picture, own] = [cropRaster(result, rect), cropMask(mask, rect)];
  const inside = medianBetween(picture, own, erode(own, BAND));
  const outside = medianBetween(picture, dilate(own, BAND), own);
  return inside === undefined || outside === undefined ? 0 : deltaE2000(inside, outside);
}
