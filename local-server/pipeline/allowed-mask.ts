import { createMask, type Mask } from "../../imaging/raster/raster.ts";
import type { Inputs } from "./load-inputs.ts";

export interface Allowed {
  readonly mask: Mask;
  /** The engine claimed pixels that the person had not allowed. */
  readonly clipped: boolean;
}

/**
 * Where this edit may show: what the engine claims, inside what the person allowed (mask and region). Any value above 0 counts as
 * allowed, so a soft mask keeps its soft edge for the engine and a hard promise for the proof.
 */
export function allowedMask({ source, mask: given, region }: Inputs, claimed: Mask | undefined): Allowed {
  const { width, height } = source;
  const mask = createMask(width, height);
  const bounds = region ?? { x: 0, y: 0, width, height };
  for (let y = bounds.y; y < bounds.y + bounds.height; y++) {
    for (let i = y * width + bounds.x; i < y * width + bounds.x + bounds.width; i++) {
      if (claimed?.data[i] !== 0 && given?.data[i] !== 0) mask.data[i] = 255;
    }
  }
  const clipped = claimed?.data.some((value, i) => value !== 0 && mask.data[i] === 0) ?? false;
  return { mask, clipped };
}
