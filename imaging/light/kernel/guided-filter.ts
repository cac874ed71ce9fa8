import { createPlane, type Plane } from "../../raster/raster.ts";

/** Mean over a (2r+1)² window by running sums; windows are cut at the border. O(pixels) whatever the radius. */
export function boxMean({ width, height, data }: Plane, radius: number): Plane {
  const rows = new Float32Array(data.length);
  for (let y = 0; y < height; y++) slide(data, rows, { start: y * width, step: 1, length: width, radius });
  const out = createPlane(width, height);
  for (let x = 0; x < width; x++) slide(rows, out.data, { start: x, step: width, length: height, radius });
  return out;
}

interface Line {
  readonly start: number;
  readonly step: number;
  readonly length: number;
  readonly radius: number;
}

function slide(from: Float32Array, to: Float32Array, { start, step, length, radius }: Line): void {
  let sum = 0;
  let n = 0;
  for (let i = 0; i < Math.min(length, radius); i++, n++) sum += from[start + i * step];
  for (let i = 0; i < length; i++) {
    if (i + radius < length) {
      sum += from[start + (i + radius) * step];
      n++;
    }
    if (i - radius - 1 >= 0) {
      sum -= from[start + (i - radius - 1) * step];
      n--;
    }
    to[start + i * step] = sum / n;
  }
}

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
