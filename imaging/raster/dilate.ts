import { distanceInsideMask, distanceToMask } from "./distance.ts";
import type { Mask } from "./raster.ts";

/** A new mask of 255 where a set pixel is at most `radius` pixels away (Euclidean; fractions allowed). O(pixels) whatever the radius. */
export function dilate(mask: Mask, radius: number): Mask {
  const distance = distanceToMask(mask);
  return { width: mask.width, height: mask.height, data: Uint8Array.from(distance, (d) => (d <= radius ? 255 : 0)) };
}

/** A new mask of 255 where every pixel within `radius` is set. Beyond the picture's border counts as set, so that borders do not gnaw. */
export function erode(mask: Mask, radius: number): Mask {
  const distance = distanceInsideMask(mask);
  return { width: mask.width, height: mask.height, data: Uint8Array.from(distance, (d) => (d > radius ? 255 : 0)) };
}
