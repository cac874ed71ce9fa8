import { createPlane, type Plane, type RasterImage } from "../../raster/raster.ts";

/** What transparent pixels are taken to lie on: engines get the source flattened onto the same. */
const GROUND = 255;

/** Luma 0–255 of the picture on white, at its own size. */
export function lumaOf({ width, height, data }: RasterImage): Plane {
  const plane = createPlane(width, height);
  for (let i = 0, at = 0; i < plane.data.length; i++, at += 4) {
    const alpha = data[at + 3] / 255;
    plane.data[i] = (0.299 * data[at] + 0.587 * data[at + 1] + 0.114 * data[at + 2]) * alpha + GROUND * (1 - alpha);
  }
  return plane;
}

/** Area-averaged columns: `[H, W]` → `[H, to]`, `to` ≤ W. */
function shrinkRows({ width, height, data }: Plane, to: number): Plane {
  const out = createPlane(to, height);
  const scale = width / to;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < to; x++) {
      const [begin, end] = [x * scale, Math.min(width, (x + 1) * scale)];
      let sum = 0;
      for (let k = Math.floor(begin); k < end; k++) sum += (Math.min(end, k + 1) - Math.max(begin, k)) * data[y * width + k];
      out.data[y * to + x] = sum / (end - begin);
    }
  }
  return out;
}

function shrinkColumns({ width, height, data }: Plane, to: number): Plane {
  const out = createPlane(width, to);
  const scale = height / to;
  for (let y = 0; y < to; y++) {
    const [begin, end] = [y * scale, Math.min(height, (y + 1) * scale)];
    for (let k = Math.floor(begin); k < Math.ceil(end); k++) {
      const weight = (Math.min(end, k + 1) - Math.max(begin, k)) / (end - begin);
      for (let x = 0; x < width; x++) out.data[y * width + x] += weight * data[k * width + x];
    }
  }
  return out;
}

/** An area-averaged copy at `width` × `height`, neither larger than the plane's. O(pixels). */
export function shrinkPlane(plane: Plane, width: number, height: number): Plane {
  const wide = width === plane.width ? plane : shrinkRows(plane, width);
  return height === wide.height ? wide : shrinkColumns(wide, height);
}
