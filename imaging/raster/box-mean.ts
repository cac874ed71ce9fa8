import { createPlane, type Plane } from "./raster.ts";

/** Mean over a (2r+1)² window by running sums; windows are cut at the border. O(pixels) whatever the radius. */
export function boxMean(plane: Plane, radius: number): Plane {
  const rows = meanOfRows(plane, radius);
  const { width, height } = plane;
  const out = createPlane(width, height);
  // Whole rows are added and taken away: walking down columns would miss the cache at every pixel.
  const sums = new Float64Array(width);
  let n = 0;
  const take = (y: number, sign: 1 | -1): void => {
    for (let x = 0, i = y * width; x < width; x++, i++) sums[x] += sign * rows[i];
    n += sign;
  };
  for (let y = 0; y < Math.min(height, radius); y++) take(y, 1);
  for (let y = 0; y < height; y++) {
    if (y + radius < height) take(y + radius, 1);
    if (y - radius - 1 >= 0) take(y - radius - 1, -1);
    for (let x = 0, i = y * width; x < width; x++, i++) out.data[i] = sums[x] / n;
  }
  return out;
}

function meanOfRows({ width, height, data }: Plane, radius: number): Float32Array {
  const out = new Float32Array(data.length);
  for (let y = 0; y < height; y++) {
    const start = y * width;
    let [sum, n] = [0, 0];
    for (; n < Math.min(width, radius); n++) sum += data[start + n];
    for (let x = 0; x < width; x++) {
      if (x + radius < width) {
        sum += data[start + x + radius];
        n++;
      }
      if (x - radius - 1 >= 0) {
        sum -= data[start + x - radius - 1];
        n--;
      }
      out[start + x] = sum / n;
    }
  }
  return out;
}
