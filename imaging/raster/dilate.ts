import { distanceInsideMask, distanceToMask } from "./distance.ts";
import { maskWhere } from "./mask-where.ts";
import type { Mask } from "./raster.ts";

/** Up to this radius runs along rows are cheaper than the distance transform. */
const BY_RUNS = 24;

/** Widest run `x ± reach[dy]` of a disc at each row offset. */
function discReach(radius: number): Int32Array {
  return Int32Array.from({ length: Math.floor(radius) + 1 }, (_, dy) => Math.floor(Math.sqrt(radius * radius - dy * dy) + 1e-9));
}

/** Steps along the row to the nearest target pixel, at most 255. False where the row has none. */
function rowDistances({ width, data }: Mask, { row, target }: { row: number; target: boolean }, out: Uint8Array): boolean {
  let [steps, any] = [255, false];
  for (let x = 0; x < width; x++) {
    steps = (data[row + x] !== 0) === target ? 0 : Math.min(255, steps + 1);
    any ||= steps === 0;
    out[x] = steps;
  }
  if (!any) return false;
  for (let x = width - 2; x >= 0; x--) out[x] = Math.min(out[x], out[x + 1] + 1);
  return true;
}

/** Writes `value` wherever a pixel that is `target` (set or unset) lies within `radius`. */
function spread(mask: Mask, out: Uint8Array, at: { radius: number; target: boolean; value: number }): void {
  const { width, height } = mask;
  const { radius, target, value } = at;
  const reach = discReach(radius);
  const steps = new Uint8Array(width);
  for (let from = 0; from < height; from++) {
    if (!rowDistances(mask, { row: from * width, target }, steps)) continue;
    for (let y = Math.max(0, from - reach.length + 1); y < Math.min(height, from + reach.length); y++) {
      const [row, most] = [y * width, reach[Math.abs(y - from)]];
      for (let x = 0; x < width; x++) if (steps[x] <= most) out[row + x] = value;
    }
  }
}

/** A new mask of 255 where a set pixel is at most `radius` pixels away (Euclidean; fractions allowed). O(pixels × radius), at most that of `distanceToMask`. */
export function dilate(mask: Mask, radius: number): Mask {
  const { width, height } = mask;
  if (radius > BY_RUNS) {
    const distance = distanceToMask(mask);
    return maskWhere(mask, (i) => distance[i] <= radius);
  }
  const data = new Uint8Array(width * height);
  spread(mask, data, { radius, target: true, value: 255 });
  return { width, height, data };
}

/** A new mask of 255 where every pixel within `radius` is set. Beyond the picture's border counts as set, so that borders do not gnaw. */
export function erode(mask: Mask, radius: number): Mask {
  const { width, height } = mask;
  if (radius > BY_RUNS) {
    const distance = distanceInsideMask(mask);
    return maskWhere(mask, (i) => distance[i] > radius);
  }
  const data = mask.data.map((v) => (v === 0 ? 0 : 255));
  spread(mask, data, { radius, target: false, value: 0 });
  return { width, height, data };
}
