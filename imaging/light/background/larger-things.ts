import { labelComponents } from "../../raster/components.ts";
import { distanceToMask } from "../../raster/distance.ts";
import { maskWhere } from "../../raster/mask-where.ts";
import type { Mask, Plane } from "../../raster/raster.ts";

/** Soft edges and shadows at contact of such things reach this far, pixels. */
const EDGE = 3;

/** 255 = what of the subject reaches into a cut from outside it, with its edge. `alpha`: the subject's share in the cut. */
export function ofLargerThings(alpha: Plane): Mask {
  const { width, height } = alpha;
  const { labels, components } = labelComponents(maskWhere(alpha, (i) => alpha.data[i] > 0.5));
  const reachesIn = components.map((c) => c.x === 0 || c.y === 0 || c.x + c.width === width || c.y + c.height === height);
  if (!reachesIn.includes(true)) return maskWhere(alpha, () => false);
  const distance = distanceToMask(maskWhere(alpha, (i) => labels[i] !== 0 && reachesIn[labels[i] - 1]));
  return maskWhere(alpha, (i) => distance[i] <= EDGE);
}
