import type { FloatImage, Plane } from "../../raster/raster.ts";

/** Samples a smaller float image bilinearly as if stretched to the picture; writes 3 channels to `out`. */
export function stretchedSampler(image: FloatImage, to: { readonly width: number; readonly height: number }) {
  const [sx, sy] = [image.width / to.width, image.height / to.height];
  return (x: number, y: number, out: Float32Array): void => {
    const px = Math.min(image.width - 1, Math.max(0, (x + 0.5) * sx - 0.5));
    const py = Math.min(image.height - 1, Math.max(0, (y + 0.5) * sy - 0.5));
    const [x0, y0] = [px | 0, py | 0];
    const right = x0 + 1 < image.width ? 3 : 0;
    const down = y0 + 1 < image.height ? image.width * 3 : 0;
    const [tx, ty] = [px - x0, py - y0];
    const a = (y0 * image.width + x0) * 3;
    const { data } = image;
    for (let c = 0; c < 3; c++) {
      const top = data[a + c] * (1 - tx) + data[a + right + c] * tx;
      const bottom = data[a + down + c] * (1 - tx) + data[a + right + down + c] * tx;
      out[c] = top * (1 - ty) + bottom * ty;
    }
  };
}

/** The same for a plane. */
export function planeSampler({ width, height, data }: Plane, to: { readonly width: number; readonly height: number }) {
  const [sx, sy] = [width / to.width, height / to.height];
  return (x: number, y: number): number => {
    const px = Math.min(width - 1, Math.max(0, (x + 0.5) * sx - 0.5));
    const py = Math.min(height - 1, Math.max(0, (y + 0.5) * sy - 0.5));
    const a = (py | 0) * width + (px | 0);
    const right = (px | 0) + 1 < width ? 1 : 0;
    const down = (py | 0) + 1 < height ? width : 0;
    const [tx, ty] = [px % 1, py % 1];
    const top = data[a] + (data[a + right] - data[a]) * tx;
    return top + (data[a + down] + (data[a + down + right] - data[a + down]) * tx - top) * ty;
  };
}
