import { distanceToMask } from "../../raster/distance.ts";
import { maskWhere } from "../../raster/mask-where.ts";
import { pushPull } from "../../raster/push-pull.ts";
import type { FloatImage, Mask, Plane } from "../../raster/raster.ts";

/** Coverage from which a pixel is letter, and how far off the letters, em, the ground is taken to be clear of their shadow or glow. */
const INK = 0.03;
const CLEAR_EM = 0.4;
/** Share of the region that must be clear for it to tell the rest. */
const LEAST_CLEAR = 0.15;

/** The ground of a photograph or texture near letters, spread under them from what lies clear of them: right in the large only. `undefined` where hardly any does. */
export function nearGround(
  image: FloatImage,
  at: { readonly foreign: Mask; readonly ink: Plane; readonly sizePx: number },
): FloatImage | undefined {
  const { foreign, ink, sizePx } = at;
  const distance = distanceToMask(maskWhere(ink, (i) => ink.data[i] > INK));
  const clear = maskWhere(ink, (i) => foreign.data[i] === 0 && distance[i] > CLEAR_EM * sizePx);
  const count = clear.data.reduce((n, v) => n + (v === 0 ? 0 : 1), 0);
  return count < LEAST_CLEAR * clear.data.length ? undefined : pushPull(image, clear);
}
