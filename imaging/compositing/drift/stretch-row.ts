import type { Plane } from "../../raster/raster.ts";

/** Row `y` of the plane as it looks stretched (bilinear) to `height` rows of `row.length` pixels; borders repeat. */
export function stretchRow(plane: Plane, { y, height }: { readonly y: number; readonly height: number }, row: Float32Array): void {
  const { width, data } = plane;
  const py = Math.min(plane.height - 1, Math.max(0, ((y + 0.5) * plane.height) / height - 0.5));
  const y0 = Math.floor(py);
  const [above, below, t] = [y0 * width, Math.min(plane.height - 1, y0 + 1) * width, py - y0];
  const scale = width / row.length;
  for (let x = 0; x < row.length; x++) {
    const px = Math.min(width - 1, Math.max(0, (x + 0.5) * scale - 0.5));
    const x0 = Math.floor(px);
    const [x1, s] = [Math.min(width - 1, x0 + 1), px - x0];
    const top = data[above + x0] * (1 - s) + data[above + x1] * s;
    row[x] = top * (1 - t) + (data[below + x0] * (1 - s) + data[below + x1] * s) * t;
  }
}
