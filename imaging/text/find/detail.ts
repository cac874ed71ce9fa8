import type { Rect } from "../../../protocol/geometry.ts";
import type { RasterImage } from "../../raster/raster.ts";

/** Pixels between samples and between the two compared; least luma step that may be an edge; edges in ten thousand that may be text. */
const STRIDE = 3;
const STEP = 12;
const EDGES_PER_10000 = 4;

/** Whether a part of the picture has edges enough to hold even one short word: empty tiles need no detector run. ≈ 4 ms for 1800². */
export function hasDetail({ data, width }: RasterImage, part: Rect<"image">): boolean {
  let [edges, seen] = [0, 0];
  for (let y = part.y; y < part.y + part.height; y += STRIDE) {
    for (let x = part.x + STRIDE; x < part.x + part.width; x += STRIDE) {
      const at = (y * width + x) * 4;
      const before = at - STRIDE * 4;
      seen++;
      if (Math.abs(lumaAt(data, at) - lumaAt(data, before)) > STEP) edges++;
    }
  }
  return edges * 10_000 > EDGES_PER_10000 * seen;
}

const lumaAt = (data: Uint8ClampedArray, at: number): number => 0.299 * data[at] + 0.587 * data[at + 1] + 0.114 * data[at + 2];
