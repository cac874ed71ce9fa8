import type { OrientedBox } from "../../../protocol/geometry.ts";
import type { Tensor } from "../../ports.ts";
import type { FloatImage, RasterImage } from "../../raster/raster.ts";
import { sampleBox } from "../../raster/resample.ts";

/** Height the recogniser was trained at. */
export const LINE_HEIGHT = 48;
/** Very short strips read badly unpadded; very long ones add nothing but cost. */
const NARROWEST = 48;
const WIDEST = 2400;
/** Columns the network reads per time step: widths are multiples, so that lines of like length can share a run. */
const STEP = 8;

/** Width of the strip that a stretch of that shape becomes. */
export const stripWidth = ({ width, height }: { readonly width: number; readonly height: number }): number =>
  Math.max(2 * STEP, Math.min(WIDEST, STEP * Math.round((LINE_HEIGHT * width) / height / STEP)));

/** The upright strip of a box, `[48, W, 3]`, 0–255. */
export function lineStrip(image: RasterImage, box: OrientedBox<"image">): FloatImage {
  const width = stripWidth(box);
  const shrink = Math.max(box.height / LINE_HEIGHT, box.width / width);
  return sampleBox(image, box, { width, height: LINE_HEIGHT, supersample: Math.max(1, Math.min(4, Math.round(shrink))) });
}

/** Strips of equal height side by side. */
export function joinStrips(strips: readonly FloatImage[]): FloatImage {
  const width = strips.reduce((sum, strip) => sum + strip.width, 0);
  const data = new Float32Array(width * LINE_HEIGHT * 3);
  let left = 0;
  for (const strip of strips) {
    for (let y = 0; y < LINE_HEIGHT; y++) {
      data.set(strip.data.subarray(y * strip.width * 3, (y + 1) * strip.width * 3), (y * width + left) * 3);
    }
    left += strip.width;
  }
  return { width, height: LINE_HEIGHT, data };
}

/** Width a strip has in the tensor. */
export const paddedWidth = (strip: FloatImage): number => Math.max(NARROWEST, strip.width);

/** Strips as one `[N, 3, 48, W]` BGR tensor scaled to −1…1; narrower ones are padded to the right with zeros (mid grey), as in training. */
export function recogniserInput(strips: readonly FloatImage[]): Tensor {
  const width = Math.max(...strips.map(paddedWidth));
  const plane = LINE_HEIGHT * width;
  const data = new Float32Array(strips.length * 3 * plane);
  strips.forEach((strip, n) => {
    for (let c = 0; c < 3; c++) {
      for (let y = 0; y < LINE_HEIGHT; y++) {
        const to = (n * 3 + c) * plane + y * width;
        const from = y * strip.width * 3 + 2 - c;
        for (let x = 0; x < strip.width; x++) data[to + x] = strip.data[from + x * 3] / 127.5 - 1;
      }
    }
  });
  return { data, dims: [strips.length, 3, LINE_HEIGHT, width] };
}
