import { compose, intersect, type Rect, scaling } from "../../../protocol/geometry.ts";
import { dilate } from "../../raster/dilate.ts";
import { distanceInsideMask } from "../../raster/distance.ts";
import { createMask, type Mask, type RasterImage } from "../../raster/raster.ts";
import { resizeRaster } from "../../raster/resample.ts";
import { findChange } from "./find-change.ts";
import { type Registration, registerOutput } from "./register-output.ts";
import { type Placing, warpOutput } from "./warp-output.ts";

/** Largest size the change is looked for at; larger sources are shrunk for it. Pixels. */
const LOOK_PIXELS = 1_600_000;
/** An output this much larger than the source is shrunk before it is warped, or details would alias. */
const SHRINK_ABOVE = 1.2;

export interface DriftRepair {
  /** Source-sized: the source, with the engine's change blended in. Equals the source bit for bit where `mask` is 0. */
  readonly image: RasterImage;
  /** 255 where the change may show (the soft edge lies inside). */
  readonly mask: Mask;
  readonly registration: Registration;
  /** Share of the picture that changed, 0–1. */
  readonly changed: number;
}

export interface DriftOptions {
  /** Where the person asked for the change, source pixels. */
  readonly region?: Rect<"image">;
  /** Source-sized; 0 = must stay. */
  readonly allowed?: Mask;
  /** The edit was meant for all of the picture (another style): everything counts as changed. */
  readonly everything?: boolean;
}

/** Width of the soft edge, and of the margin around the change that it lies in. */
const featherFor = ({ width, height }: { width: number; height: number }): number => Math.max(3, 0.004 * Math.hypot(width, height));

function everywhere({ width, height }: RasterImage): Mask {
  const mask = createMask(width, height);
  mask.data.fill(255);
  return mask;
}

const wholeOf = ({ width, height }: { width: number; height: number }): Rect<"image"> => ({ x: 0, y: 0, width, height });

function lookSize({ width, height }: RasterImage): { width: number; height: number } {
  const scale = Math.min(1, Math.sqrt(LOOK_PIXELS / (width * height)));
  return { width: Math.round(width * scale), height: Math.round(height * scale) };
}

/** The mask at another size; a pixel is set where the nearest one was. */
function resizeMask(mask: Mask, width: number, height: number): Mask {
  if (mask.width === width && mask.height === height) return mask;
  const out = createMask(width, height);
  for (let y = 0; y < height; y++) {
    const row = Math.min(mask.height - 1, Math.floor(((y + 0.5) * mask.height) / height)) * mask.width;
    for (let x = 0; x < width; x++)
      out.data[y * width + x] = mask.data[row + Math.min(mask.width - 1, Math.floor(((x + 0.5) * mask.width) / width))];
  }
  return out;
}

function changeAt(source: RasterImage, output: RasterImage, placing: Placing, { region }: DriftOptions): Mask {
  const size = lookSize(source);
  const [sx, sy] = [source.width / size.width, source.height / size.height];
  const small = resizeRaster(source, size.width, size.height);
  const fitted = output.width > size.width * SHRINK_ABOVE ? resizeRaster(output, size.width, size.height) : output;
  const shrunk = scaling(fitted.width / output.width, fitted.height / output.height);
  const transform = compose(shrunk, compose(placing.transform, scaling(sx, sy)));
  const registered = warpOutput(fitted, { transform, colour: placing.colour }, wholeOf(size));
  const inside = region && { x: region.x / sx, y: region.y / sy, width: region.width / sx, height: region.height / sy };
  return resizeMask(
    findChange(small, registered, { colour: placing.colour, ...(inside && { region: inside }) }),
    source.width,
    source.height,
  );
}

function boundsOfMask({ width, height, data }: Mask): Rect<"image"> {
  let [x0, y0, x1, y1] = [width, height, -1, -1];
  for (let i = 0; i < data.length; i++) {
    if (data[i] === 0) continue;
    const x = i % width;
    x0 = Math.min(x0, x);
    x1 = Math.max(x1, x);
    y1 = Math.floor(i / width);
    y0 = Math.min(y0, y1);
  }
  return y1 < 0 ? { x: 0, y: 0, width: 0, height: 0 } : { x: x0, y: y0, width: x1 - x0 + 1, height: y1 - y0 + 1 };
}

/** Rises from 0 at the mask's edge to 1 at `width` inside, without corners. */
function smoothRise(distance: number, width: number): number {
  const t = Math.min(1, Math.max(0, (distance - 0.5) / width));
  return t * t * (3 - 2 * t);
}

interface Layer {
  readonly warped: RasterImage;
  readonly rect: Rect<"image">;
  readonly mask: Mask;
  readonly feather: number;
}

/** Source under layer. Keeps the source's alpha: an engine never sees see-through pixels, so it has no say on them. */
function blend(source: RasterImage, { warped, rect, mask, feather }: Layer): RasterImage {
  const data = Uint8ClampedArray.from(source.data);
  const inside = distanceInsideMask(mask);
  for (let y = 0; y < rect.height; y++) {
    for (let x = 0; x < rect.width; x++) {
      const i = (y + rect.y) * source.width + x + rect.x;
      if (mask.data[i] === 0) continue;
      const from = (y * rect.width + x) * 4;
      const share = (smoothRise(inside[i], feather) * warped.data[from + 3]) / 255;
      for (let c = 0; c < 3; c++) data[i * 4 + c] = source.data[i * 4 + c] + share * (warped.data[from + c] - source.data[i * 4 + c]);
    }
  }
  return { width: source.width, height: source.height, data };
}

function allowedOnly(mask: Mask, { region, allowed }: DriftOptions): Mask {
  const bounds = intersect<"image">(region ?? wholeOf(mask), wholeOf(mask));
  const out = createMask(mask.width, mask.height);
  for (let y = bounds.y; y < bounds.y + bounds.height; y++) {
    for (let i = y * mask.width + bounds.x; i < y * mask.width + bounds.x + bounds.width; i++) {
      if (mask.data[i] !== 0 && allowed?.data[i] !== 0) out.data[i] = 255;
    }
  }
  return out;
}

/**
 * Turns what an engine gave back (any size, shifted, zoomed, recoloured, repainted) into an edit of the source: registers it, finds
 * what really changed, and blends only that in, with a soft edge inside the mask. Everything else is the source bit for bit.
 */
export function compositeDrift(source: RasterImage, output: RasterImage, options: DriftOptions = {}): DriftRepair {
  const registration = registerOutput(source, output);
  const change = options.everything ? everywhere(source) : changeAt(source, output, registration, options);
  const area = change.data.reduce((n, v) => n + (v === 0 ? 0 : 1), 0);
  const changed = area / (source.width * source.height);
  const feather = featherFor(source);
  const mask = area === 0 ? change : allowedOnly(dilate(change, feather + 1), options);
  const rect = boundsOfMask(mask);
  if (rect.width === 0) return { image: { ...source, data: Uint8ClampedArray.from(source.data) }, mask, registration, changed };
  const large = output.width > source.width * SHRINK_ABOVE;
  const fitted = large ? resizeRaster(output, source.width, source.height) : output;
  const transform = compose(scaling(fitted.width / output.width, fitted.height / output.height), registration.transform);
  const warped = warpOutput(fitted, { transform, colour: registration.colour }, rect);
  return { image: blend(source, { warped, rect, mask, feather }), mask, registration, changed };
}
