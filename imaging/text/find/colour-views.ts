import { principalColours } from "../../raster/principal-colours.ts";
import { createRaster, type RasterImage } from "../../raster/raster.ts";

/** Levels that one deviation of the picture's colours becomes. */
const CONTRAST = 50;
/** A direction in which the colours differ less is noise, levels. */
const LEAST = 1.5;

/**
 * The picture in grey as seen along each of the colour directions its ground does not vary in most: letters that a photograph's lights and shadows hide stand
 * out where their hue is their own. None of a grey picture.
 */
export function colourViews(image: RasterImage): readonly RasterImage[] {
  const { mean, directions } = principalColours(image);
  return directions
    .slice(1)
    .filter(({ deviation }) => deviation >= LEAST)
    .map(({ along: [r, g, b], deviation }) => {
      const gain = CONTRAST / deviation;
      const offset = 128 - gain * (r * mean[0] + g * mean[1] + b * mean[2]);
      return inGrey(image, [gain * r, gain * g, gain * b, offset]);
    });
}

/** The picture in grey: its channels weighted, and an offset. */
function inGrey({ data, width, height }: RasterImage, [r, g, b, offset]: readonly [number, number, number, number]): RasterImage {
  const view = createRaster(width, height);
  for (let i = 0; i < data.length; i += 4) {
    const grey = r * data[i]! + g * data[i + 1]! + b * data[i + 2]! + offset;
    view.data[i] = view.data[i + 1] = view.data[i + 2] = grey;
    view.data[i + 3] = 255;
  }
  return view;
}
