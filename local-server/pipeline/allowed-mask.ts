import { boundsOfMask } from "../../imaging/raster/crop.ts";
import { createMask, type Mask } from "../../imaging/raster/raster.ts";
import { reframeMask } from "../../imaging/raster/reframe.ts";
import { boundsOf, intersect, type Point, type Quad, type Rect } from "../../protocol/geometry.ts";
import type { Inputs } from "./load-inputs.ts";

export interface Allowed {
  readonly mask: Mask;
  /** The engine claimed pixels that the person had not allowed. */
  readonly clipped: boolean;
}

/** Distance beyond which a pixel's square cannot touch a quad its centre lies outside of: half its diagonal. */
const PIXEL_REACH = Math.SQRT1_2;

/** Whether the pixel with this centre has any part in the convex quad: its distance to every edge's inner side, signed. */
function touches(quad: Quad<"image">, centre: Point<"image">): boolean {
  const area = quad.reduce((sum, p, i) => {
    const q = quad[(i + 1) % 4]!;
    return sum + p.x * q.y - q.x * p.y;
  }, 0);
  const side = Math.sign(area) || 1;
  return quad.every((p, i) => {
    const q = quad[(i + 1) % 4]!;
    const [dx, dy] = [q.x - p.x, q.y - p.y];
    const length = Math.hypot(dx, dy);
    return length === 0 || (side * (dx * (centre.y - p.y) - dy * (centre.x - p.x))) / length > -PIXEL_REACH;
  });
}

/** Takes every pixel a protected area touches out of what may change. */
function protectArea(mask: Mask, quad: Quad<"image">): void {
  const { x, y, width, height } = intersect(boundsOf(quad), { x: 0, y: 0, width: mask.width, height: mask.height });
  for (let py = y; py < y + height; py++) {
    for (let px = x; px < x + width; px++) {
      if (touches(quad, { x: px + 0.5, y: py + 0.5 })) mask.data[py * mask.width + px] = 0;
    }
  }
}

function reachesBeyond({ data }: Mask, allowed: Mask): boolean {
  for (let i = 0; i < data.length; i++) if (data[i] !== 0 && allowed.data[i] === 0) return true;
  return false;
}

/** 255 wherever the mask is set at all. */
function hardened(claimed: Mask): Mask {
  const { width, height, data } = claimed;
  const hard = createMask(width, height);
  const bounds = boundsOfMask(claimed) ?? { x: 0, y: 0, width: 0, height: 0 };
  for (let y = bounds.y; y < bounds.y + bounds.height; y++) {
    const end = y * width + bounds.x + bounds.width;
    for (let i = end - bounds.width; i < end; i++) if (data[i] !== 0) hard.data[i] = 255;
  }
  return hard;
}

/**
 * Where this edit may show: what the engine claims, inside what the person allowed (mask and region) and outside what they protected.
 * Any value above 0 counts as allowed, so a soft mask keeps its soft edge for the engine and a hard promise for the proof.
 */
export function allowedMask({ source, mask: given, region, protect = [] }: Inputs, claimed: Mask | undefined): Allowed {
  const { width, height } = source;
  if (claimed !== undefined && given === undefined && region === undefined && protect.length === 0) {
    return { mask: hardened(claimed), clipped: false };
  }
  const mask = createMask(width, height);
  const wanted = claimed?.data;
  const open = given?.data;
  const bounds = region ?? { x: 0, y: 0, width, height };
  for (let y = bounds.y; y < bounds.y + bounds.height; y++) {
    for (let i = y * width + bounds.x; i < y * width + bounds.x + bounds.width; i++) {
      if ((wanted === undefined || wanted[i] !== 0) && (open === undefined || open[i] !== 0)) mask.data[i] = 255;
    }
  }
  for (const quad of protect) protectArea(mask, quad);
  return { mask, clipped: claimed !== undefined && reachesBeyond(claimed, mask) };
}

/**
 * The same on a canvas with another frame: inside the source what the person allowed, beyond it everything, since nothing is there
 * to be kept. A crop asks for no pixel, so a drawn region does not bound it.
 */
export function allowedOnCanvas(inputs: Inputs, canvas: Rect<"image">, claimed: Mask | undefined): Allowed {
  const given = reframeMask(allowedMask(inputs, undefined).mask, canvas, 255);
  const mask = createMask(canvas.width, canvas.height);
  let clipped = false;
  for (let i = 0; i < mask.data.length; i++) {
    if (claimed?.data[i] === 0) continue;
    if (given.data[i] === 0) clipped ||= claimed !== undefined;
    else mask.data[i] = 255;
  }
  return { mask, clipped };
}
