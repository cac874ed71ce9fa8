import { createMask, type FloatImage, type Mask, type Plane } from "../../raster/raster.ts";
import { type Shadow, shadowCoverage, shadowShare } from "./shadow.ts";

/** A shadow takes less than this of the ground's contrast where it may stay, and more where too little of the ground is left to be brought back. */
const UNSEEN = 0.006;
const DENSE = 0.6;
/** A shadow no softer than this, em, shows a rim where it is a fraction of a pixel off. */
const HARD_EM = 0.03;

export interface Lifted {
  readonly pixels: FloatImage;
  /** 255 = where the shadow was taken off. */
  readonly cleared: Mask;
  /** 255 = where it hides the ground. */
  readonly dense: Mask;
}

const clamp = (v: number): number => Math.max(0, Math.min(255, v));

/**
 * The picture with the letters' shadow or glow taken off: what shows through it is the ground, with its contrast taken down. Where it hides the ground, and
 * under the letters themselves, something else must tell what is there.
 */
export function liftVeil(
  image: FloatImage,
  shadow: Shadow,
  at: { readonly ink: Plane; readonly foreign: Mask; readonly sizePx: number },
): Lifted {
  const { width, height } = image;
  const { colour } = shadow;
  const soft = shadowCoverage(at.ink, shadow).data;
  const densest = shadow.blurPx < HARD_EM * at.sizePx ? 0 : DENSE;
  const data = Float32Array.from(image.data);
  const [cleared, dense] = [createMask(width, height), createMask(width, height)];
  for (let i = 0; i < soft.length; i++) {
    const share = shadowShare(shadow, soft[i]);
    if (share <= UNSEEN || at.foreign.data[i] !== 0) continue;
    cleared.data[i] = 255;
    if (share > densest) dense.data[i] = 255;
    else for (let c = 0; c < 3; c++) data[i * 3 + c] = clamp((data[i * 3 + c] - share * colour[c]) / (1 - share));
  }
  return { pixels: { width, height, data }, cleared, dense };
}
