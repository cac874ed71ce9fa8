import { createMask, type Mask } from "../../imaging/raster/raster.ts";
import type { Inputs } from "./load-inputs.ts";

/**
 * Where this edit may show: what the engine claims, inside what the person allowed (mask and region). Values above 0 in any of
 * them count as allowed, so a soft mask keeps its soft edge for the engine and a hard promise for the proof.
 */
export function allowedMask(inputs: Inputs, claimed: Mask | undefined): { readonly mask: Mask; readonly clipped: boolean } {
  const { source, mask: given, region } = inputs;
  const mask = createMask(source.width, source.height);
  let clipped = false;
  for (let i = 0; i < mask.data.length; i++) {
    if (claimed !== undefined && claimed.data[i] === 0) continue;
    const [x, y] = [i % source.width, Math.floor(i / source.width)];
    const inRegion =
      region === undefined || (x >= region.x && y >= region.y && x < region.x + region.width && y < region.y + region.height);
    if (inRegion && given?.data[i] !== 0) mask.data[i] = 255;
    else clipped = true;
  }
  return { mask, clipped: clipped && claimed !== undefined };
}
