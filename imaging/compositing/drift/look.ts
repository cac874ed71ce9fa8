import type { RasterImage } from "../../raster/raster.ts";
import { resizeRaster } from "../../raster/resample.ts";

/** Size that pictures are registered and compared at: finer gains nothing and costs time. Pixels. */
const MOST_PIXELS = 262_144;

/** Source and output shrunk to one size. */
export interface Look {
  readonly source: RasterImage;
  readonly output: RasterImage;
  /** Source pixels per look pixel. */
  readonly sx: number;
  readonly sy: number;
  /** Output pixels per look pixel. */
  readonly ox: number;
  readonly oy: number;
}

/** Both pictures at one working size, never enlarged beyond the smaller of them. */
export function lookAt(source: RasterImage, output: RasterImage): Look {
  const area = Math.sqrt(MOST_PIXELS / (source.width * source.height));
  const scale = Math.min(1, output.width / source.width, output.height / source.height, area);
  const [width, height] = [Math.max(8, Math.round(source.width * scale)), Math.max(8, Math.round(source.height * scale))];
  return {
    source: resizeRaster(source, width, height),
    output: resizeRaster(output, width, height),
    sx: source.width / width,
    sy: source.height / height,
    ox: output.width / width,
    oy: output.height / height,
  };
}
