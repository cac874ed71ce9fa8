import { boxMean } from "../../raster/box-mean.ts";
import { createPlane, type Plane } from "../../raster/raster.ts";

const times = (a: Plane, b: Plane): Plane => ({ width: a.width, height: a.height, data: a.data.map((v, i) => v * b.data[i]) });

/**
 * Smooths `input` while keeping the edges of `guide` (He, Sun & Tang 2013, "Guided Image Filtering"). `epsilon` on the scale of the
 * guide's variance: steps well below its root are smoothed over. Both planes have one size.
 */
export function guidedFilter(
  guide: Plane,
  input: Plane,
  { radius, epsilon }: { readonly radius: number; readonly epsilon: number },
): Plane {
  const mean = (p: Plane): Plane => boxMean(p, radius);
  const [mg, mi, mgi, mgg] = [mean(guide), mean(input), mean(times(guide, input)), mean(times(guide, guide))];
  const slope = createPlane(guide.width, guide.height);
  const offset = createPlane(guide.width, guide.height);
  for (let i = 0; i < slope.data.length; i++) {
    const variance = mgg.data[i] - mg.data[i] ** 2;
    slope.data[i] = (mgi.data[i] - mg.data[i] * mi.data[i]) / (variance + epsilon);
    offset.data[i] = mi.data[i] - slope.data[i] * mg.data[i];
  }
  const [ma, mb] = [mean(slope), mean(offset)];
  return { width: guide.width, height: guide.height, data: ma.data.map((a, i) => a * guide.data[i] + mb.data[i]) };
}
