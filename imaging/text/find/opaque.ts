import { createRaster, type RasterImage } from "../../raster/raster.ts";
import { isOpaque } from "../../raster/resample.ts";

/** The picture over a plain backdrop: black under mostly light pixels, white otherwise, so that text on a transparent layer stands out. Opaque pictures come back as they are. */
export function opaque(image: RasterImage): RasterImage {
  if (isOpaque(image)) return image;
  const { sum, weight } = lightness(image);
  const backdrop = sum > 160 * weight ? 0 : 255;
  const out = createRaster(image.width, image.height);
  for (let i = 0; i < image.data.length; i += 4) {
    const alpha = image.data[i + 3] / 255;
    for (let c = 0; c < 3; c++) out.data[i + c] = image.data[i + c] * alpha + backdrop * (1 - alpha);
    out.data[i + 3] = 255;
  }
  return out;
}

/** Alpha-weighted sum of luma, and the weights' sum. */
function lightness({ data }: RasterImage): { sum: number; weight: number } {
  let [sum, weight] = [0, 0];
  for (let i = 0; i < data.length; i += 4) {
    const alpha = data[i + 3] / 255;
    weight += alpha;
    sum += alpha * (0.299 * data[i] + 0.587 * data[i + 1] + 0.114 * data[i + 2]);
  }
  return { sum, weight };
}
