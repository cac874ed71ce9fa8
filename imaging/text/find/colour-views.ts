import { type PrincipalColours, principalColours } from "../../raster/principal-colours.ts";
import { createRaster, type RasterImage } from "../../raster/raster.ts";
import { edgesIn } from "./detail.ts";

/** Levels that one deviation of the picture's colours becomes. */
const CONTRAST = 50;
/** A direction in which the colours differ less is noise, levels. */
const LEAST = 1.5;
/** Lights and shadows hide letters where at least so much of a picture is edges, and hue can show them where it varies by so many levels. */
const BUSY = 0.15;
const COLOURFUL = 6;

/** Grey of a colour: the channels' weights and an offset. */
type Weights = readonly [number, number, number, number];

const alongEach = ({ mean, directions }: PrincipalColours): readonly Weights[] =>
  directions.map(({ along: [r, g, b], deviation }) => {
    const gain = CONTRAST / Math.max(LEAST, deviation);
    return [gain * r, gain * g, gain * b, 128 - gain * (r * mean[0] + g * mean[1] + b * mean[2])];
  });

/** The picture with three greys of its colours for red, green and blue. */
function seenAs({ data, width, height }: RasterImage, greys: readonly [Weights, Weights, Weights]): RasterImage {
  const view = createRaster(width, height);
  for (let c = 0; c < 3; c++) {
    const [r, g, b, offset] = greys[c]!;
    for (let i = 0; i < data.length; i += 4) view.data[i + c] = r * data[i]! + g * data[i + 1]! + b * data[i + 2]! + offset;
  }
  for (let i = 3; i < data.length; i += 4) view.data[i] = 255;
  return view;
}

/**
 * The opaque picture in grey as seen along each of the colour directions its ground does not vary in most: letters that a photograph's lights and shadows hide
 * stand out where their hue is their own. None of a grey picture.
 */
export function colourViews(image: RasterImage): readonly RasterImage[] {
  const colours = principalColours(image);
  const greys = alongEach(colours);
  return [1, 2].filter((k) => colours.directions[k]!.deviation >= LEAST).map((k) => seenAs(image, [greys[k]!, greys[k]!, greys[k]!]));
}

/** A busy, colourful picture with all its colour directions equally strong, hues before light; `undefined` where light and shade hide little. ≈ 15 ms at 1024². */
export function hueView(image: RasterImage): RasterImage | undefined {
  const whole = { x: 0, y: 0, width: image.width, height: image.height };
  if (edgesIn(image, whole) < BUSY) return undefined;
  const colours = principalColours(image);
  const [light, hue, other] = alongEach(colours);
  return colours.directions[1]!.deviation < COLOURFUL ? undefined : seenAs(image, [hue!, other!, light!]);
}
