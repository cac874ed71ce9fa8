import { fromYcc, throughHalfSize, toYcc } from "../../raster/chroma.ts";
import { dilate } from "../../raster/dilate.ts";
import { createPlane, type FloatImage, type Mask } from "../../raster/raster.ts";

/** How far colour that is kept at half size reaches beyond what was painted, pixels. */
const REACH = 2;

/** A mask with the rim into which the colour of what was painted there bleeds. */
export const bledMask = (painted: Mask): Mask => dilate(painted, REACH);

/**
 * What was painted as a file brings it back that keeps colour at half size: lightness sharp, colour spread over its neighbours, so that new letters
 * have the rims of those beside them. `phase`: where the region lies in the picture. A new image, not clamped.
 */
export function bled(under: FloatImage, painted: FloatImage, phase: { readonly x: number; readonly y: number }): FloatImage {
  const { width, height } = under;
  const changes = [0, 1, 2].map(() => createPlane(width, height));
  for (let i = 0; i < width * height; i++) {
    const k = i * 3;
    const change = toYcc([0, 1, 2].map((c) => painted.data[k + c] - under.data[k + c]) as [number, number, number]);
    for (let c = 0; c < 3; c++) changes[c].data[i] = change[c];
  }
  const [y, cb, cr] = changes.map((plane, c) => (c === 0 ? plane : throughHalfSize(plane, phase)));
  const data = Float32Array.from(under.data);
  for (let i = 0; i < width * height; i++) {
    const change = fromYcc([y.data[i], cb.data[i], cr.data[i]]);
    for (let c = 0; c < 3; c++) data[i * 3 + c] += change[c];
  }
  return { width, height, data };
}
