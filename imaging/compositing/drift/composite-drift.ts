import { intersect, type Rect } from "../../../protocol/geometry.ts";
import { boundsOfMask } from "../../raster/crop.ts";
import { dilate } from "../../raster/dilate.ts";
import { distanceInsideMask } from "../../raster/distance.ts";
import { createMask, type Mask, type Plane, type RasterImage } from "../../raster/raster.ts";
import { resizeRaster } from "../../raster/resample.ts";
import { findChange } from "./find-change.ts";
import { type Look, lookAt } from "./look.ts";
import { scalePlacing } from "./placing.ts";
import { fromLook, type Registration, registerLook } from "./register-output.ts";
import { stretchRow } from "./stretch-row.ts";
import { warpOutput } from "./warp-output.ts";

/** An output this much larger than the source is shrunk before it is warped, or details would alias. */
const SHRINK_ABOVE = 1.2;

export interface DriftRepair {
  /** Source-sized: the source, with the engine's change blended in. Equals the source bit for bit where `mask` is 0. */
  readonly image: RasterImage;
  /** 255 where the change may show (the soft edge lies inside). */
  readonly mask: Mask;
  /** At the size the pictures were compared at: what was found changed, before margin and what is allowed. */
  readonly change: Mask;
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

/** Width of the soft edge, and of the margin around the change that it lies in, look pixels. */
const featherFor = ({ width, height }: { width: number; height: number }): number => Math.max(2.5, 0.004 * Math.hypot(width, height));

function everywhere({ width, height }: RasterImage): Mask {
  const mask = createMask(width, height);
  mask.data.fill(255);
  return mask;
}

const wholeOf = ({ width, height }: { width: number; height: number }): Rect<"image"> => ({ x: 0, y: 0, width, height });

/** What changed, at the look's size. */
function changeIn({ source, output, sx, sy }: Look, registration: Registration, { region }: DriftOptions): Mask {
  const registered = warpOutput(output, registration, wholeOf(source));
  const inside = region && { x: region.x / sx, y: region.y / sy, width: region.width / sx, height: region.height / sy };
  return findChange(source, registered, { colour: registration.colour, ...(inside && { region: inside }) });
}

/** Rises from 0 at the mask's edge to 1 at `width` inside, without corners. */
function smoothRise(distance: number, width: number): number {
  const t = Math.min(1, Math.max(0, (distance - 0.5) / width));
  return t * t * (3 - 2 * t);
}

interface Layer {
  readonly warped: RasterImage;
  readonly rect: Rect<"image">;
  /** Source-sized. */
  readonly mask: Mask;
  /** Opacity of the layer over all of the source, 0–1, at the look's size. */
  readonly soft: Plane;
}

/** Source under layer. Keeps the source's alpha: an engine never sees see-through pixels, so it has no say on them. */
function blend(source: RasterImage, { warped, rect, mask, soft }: Layer): RasterImage {
  const data = source.data.slice();
  const row = new Float32Array(source.width);
  for (let y = 0; y < rect.height; y++) {
    stretchRow(soft, { y: y + rect.y, height: source.height }, row);
    for (let x = rect.x, from = y * rect.width * 4; x < rect.x + rect.width; x++, from += 4) {
      const i = (y + rect.y) * source.width + x;
      if (mask.data[i] === 0) continue;
      const share = (row[x] * warped.data[from + 3]) / 255;
      for (let c = 0; c < 3; c++) data[i * 4 + c] += share * (warped.data[from + c] - data[i * 4 + c]);
    }
  }
  return { width: source.width, height: source.height, data };
}

/** What may change, at the look's size: inside region and mask. */
function allowedIn({ source: { width, height }, sx, sy }: Look, change: Mask, { region, allowed }: DriftOptions): Mask {
  const out = createMask(width, height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (change.data[y * width + x] === 0) continue;
      const [px, py] = [Math.floor((x + 0.5) * sx), Math.floor((y + 0.5) * sy)];
      if (contains(region, px, py) && (allowed === undefined || allowed.data[py * allowed.width + px] !== 0)) out.data[y * width + x] = 255;
    }
  }
  return out;
}

const contains = (region: Rect<"image"> | undefined, x: number, y: number): boolean =>
  region === undefined || (x >= region.x && y >= region.y && x < region.x + region.width && y < region.y + region.height);

/** The look's mask at the source's size, nowhere beyond region and mask. */
function fullMask(small: Mask, { width, height }: RasterImage, { region, allowed }: DriftOptions): Mask {
  const bounds = intersect<"image">(region ?? { x: 0, y: 0, width, height }, { x: 0, y: 0, width, height });
  const out = createMask(width, height);
  const columns = Int32Array.from({ length: width }, (_, x) => Math.min(small.width - 1, Math.floor(((x + 0.5) * small.width) / width)));
  for (let y = bounds.y; y < bounds.y + bounds.height; y++) {
    const row = Math.min(small.height - 1, Math.floor(((y + 0.5) * small.height) / height)) * small.width;
    for (let x = bounds.x, i = y * width + x; x < bounds.x + bounds.width; x++, i++) {
      if (small.data[row + columns[x]] !== 0 && (allowed === undefined || allowed.data[i] !== 0)) out.data[i] = 255;
    }
  }
  return out;
}

/** Opacity rising from the mask's edge inwards. */
function softEdge(mask: Mask, width: number): Plane {
  const data = distanceInsideMask(mask);
  for (let i = 0; i < data.length; i++) data[i] = smoothRise(data[i], width);
  return { ...mask, data };
}

/** The output brought to about the source's size: details of a much larger one would alias. */
function fitted(output: RasterImage, source: RasterImage, registration: Registration): { picture: RasterImage; placing: Registration } {
  if (output.width <= source.width * SHRINK_ABOVE) return { picture: output, placing: registration };
  const picture = resizeRaster(output, source.width, source.height);
  const by = { sx: 1, sy: 1, ox: picture.width / output.width, oy: picture.height / output.height };
  return { picture, placing: scalePlacing(registration, by) };
}

/**
 * Turns what an engine gave back (any size, shifted, zoomed, bent, recoloured, repainted) into an edit of the source: registers it, finds
 * what really changed, and blends only that in, with a soft edge inside the mask. Everything else is the source bit for bit. About
 * 0.3 s for 1 MP.
 */
export function compositeDrift(source: RasterImage, output: RasterImage, options: DriftOptions = {}): DriftRepair {
  const look = lookAt(source, output);
  const seen = registerLook(look);
  const registration = fromLook(seen, look);
  const change = options.everything ? everywhere(look.source) : changeIn(look, seen, options);
  const changed = change.data.reduce((n, v) => n + (v === 0 ? 0 : 1), 0) / change.data.length;
  const feather = featherFor(look.source);
  const small = changed === 0 ? change : allowedIn(look, dilate(change, feather + 1), options);
  const mask = fullMask(small, source, options);
  const rect = boundsOfMask(mask);
  if (rect === undefined) return { image: { ...source, data: source.data.slice() }, mask, change, registration, changed };
  const { picture, placing } = fitted(output, source, registration);
  const warped = warpOutput(picture, placing, rect);
  return { image: blend(source, { warped, rect, mask, soft: softEdge(small, feather) }), mask, change, registration, changed };
}
