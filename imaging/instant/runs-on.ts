import { rgbDistance } from "../raster/colour.ts";
import { colourAt } from "../text/matte/clusters.ts";
import { NEAR_ACROSS } from "../text/matte/support.ts";
import type { Reconstruction } from "./reconstruct.ts";

/** So many pixels outward the colour is looked at again, and how near it must be to be the same thing, 0–255. */
const OUTWARD = 3;
const SAME = 20;
/** Share of the line's height that may be cut so: a stroke or two that leave the box. */
const STROKES = 0.4;

/**
 * Whether what was taken for ink goes on beyond where ink was looked for: then a lamp, a stripe or another thing behind the letters was taken along, and
 * ends there. On an even ground a glow does the same, and nothing is cut.
 */
export function runsOn({ matte, frame, region }: Pick<Reconstruction, "matte" | "frame" | "region">): boolean {
  if (matte.background === "smooth") return false;
  const { width, height, u, v, halfU, halfV } = frame;
  const { inkMask } = matte;
  const { pixels, foreign } = region;
  // The pixel step that leads most nearly across the line, and how far it leads.
  const [right, down] = [v[1] - v[0], v[width] - v[0]];
  const [step, across] = Math.abs(down) >= Math.abs(right) ? [width, down] : [1, right];
  let cut = 0;
  for (let i = 0; i < width * height; i++) {
    if (inkMask.data[i] === 0 || Math.abs(u[i]) > halfU || Math.abs(v[i]) + Math.abs(across) <= NEAR_ACROSS * halfV) continue;
    const beyond = i + OUTWARD * step * Math.sign(v[i] * across);
    if (beyond < 0 || beyond >= width * height || foreign.data[beyond] !== 0) continue;
    if (rgbDistance(colourAt(pixels.data, i), colourAt(pixels.data, beyond)) < SAME) cut++;
  }
  return cut > STROKES * 2 * halfV;
}
