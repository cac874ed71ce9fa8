import { intersect, type Rect, type Size } from "../../protocol/geometry.ts";
import { cropRaster } from "../raster/crop.ts";
import type { RasterImage } from "../raster/raster.ts";
import { isOpaque, resizeRaster } from "../raster/resample.ts";

/** What a model accepts. */
export interface ModelLimits {
  /** Sides must be multiples of this. */
  readonly multiple: number;
  readonly maxPixels: number;
  readonly minSide: number;
}

/** The same limits for a quick first pass of at most `pixels`; unchanged where there is none. */
export const forPreview = (limits: ModelLimits, preview: { readonly maxPixels: number } | undefined): ModelLimits =>
  preview === undefined ? limits : { ...limits, maxPixels: Math.min(limits.maxPixels, preview.maxPixels) };

/** The part of the source a model is shown, and the size it is shown at. */
export interface ModelFrame {
  readonly rect: Rect<"image">;
  readonly size: Size<"model">;
}

/** Surroundings shown around a region, as a share of its longer side: a model must see what the edit has to fit into. */
const CONTEXT = 0.5;
const LEAST_CONTEXT_PX = 64;

function around(region: Rect<"image">, picture: Rect<"image">): Rect<"image"> {
  const margin = Math.round(Math.max(LEAST_CONTEXT_PX, CONTEXT * Math.max(region.width, region.height)));
  const { x, y, width, height } = region;
  return intersect<"image">({ x: x - margin, y: y - margin, width: width + 2 * margin, height: height + 2 * margin }, picture);
}

/** Model side for a length: scaled, on the grid, at least one step. */
function onGrid(length: number, scale: number, { multiple, minSide }: ModelLimits): number {
  const least = Math.ceil(minSide / multiple) * multiple;
  return Math.max(least, Math.round((length * scale) / multiple) * multiple);
}

/**
 * Which part of a picture to show (the region with its surroundings, else all) and at which size: as many pixels as the model takes,
 * never more than four times enlarged. Sides are rounded to the grid each by itself; the registration undoes the slight stretch.
 */
export function fitModelFrame(picture: Size<"image">, region: Rect<"image"> | undefined, limits: ModelLimits): ModelFrame {
  const whole = { x: 0, y: 0, width: picture.width, height: picture.height };
  const rect = region === undefined ? whole : around(region, whole);
  let scale = Math.min(4, Math.sqrt(limits.maxPixels / (rect.width * rect.height)));
  const sizeAt = (s: number) => ({ width: onGrid(rect.width, s, limits), height: onGrid(rect.height, s, limits) });
  for (let i = 0; i < 32 && sizeAt(scale).width * sizeAt(scale).height > limits.maxPixels; i++) scale *= 0.98;
  return { rect, size: sizeAt(scale) };
}

/** On white, in place. */
function flatten({ data }: RasterImage): void {
  for (let i = 0; i < data.length; i += 4) {
    const alpha = data[i + 3];
    if (alpha === 255) continue;
    for (let c = i; c < i + 3; c++) data[c] = (data[c] * alpha) / 255 + 255 - alpha;
    data[i + 3] = 255;
  }
}

/** The frame's pixels for the model, flattened onto white: models drop alpha, and what it hid would show. */
export function cutModelFrame(source: RasterImage, { rect, size }: ModelFrame): RasterImage {
  const whole = rect.width === source.width && rect.height === source.height;
  if (whole && isOpaque(source)) return resizeRaster(source, size.width, size.height);
  const cut = cropRaster(source, rect);
  flatten(cut);
  return resizeRaster(cut, size.width, size.height);
}
