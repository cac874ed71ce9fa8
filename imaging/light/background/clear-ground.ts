import type { Plane, RasterImage } from "../../raster/raster.ts";
import type { NewGround } from "./over-new-ground.ts";

/** Rim that must be see-through, share of it: rounded corners and cut-outs that touch the frame have less and more. */
const CLEAR = 0.5;

/** Whether a picture is a cut-out already: its rim is mostly see-through, and there is something in it. */
export function hasClearGround({ width, height, data }: RasterImage): boolean {
  let [clear, rim, seen] = [0, 0, false];
  for (let i = 0; i < width * height; i++) {
    const opacity = data[i * 4 + 3];
    seen ||= opacity > 127;
    const [x, y] = [i % width, Math.floor(i / width)];
    if (x > 0 && y > 0 && x < width - 1 && y < height - 1) continue;
    rim++;
    if (opacity < 128) clear++;
  }
  return seen && clear > CLEAR * rim;
}

/** A copy with the ground laid beneath by `amount` 0–1: where that is 1 it is opaque, and shadows kept in the opacity fall on the ground. */
export function laidBeneath(image: RasterImage, ground: NewGround, amount: Plane): RasterImage {
  const data = Uint8ClampedArray.from(image.data);
  const fresh = new Float32Array(3);
  for (let i = 0; i < amount.data.length; i++) {
    const opacity = data[i * 4 + 3] / 255;
    const below = (1 - opacity) * amount.data[i];
    if (below <= 0) continue;
    ground(i % image.width, Math.floor(i / image.width), fresh);
    for (let c = 0; c < 3; c++) data[i * 4 + c] = (data[i * 4 + c] * opacity + fresh[c] * below) / (opacity + below);
    data[i * 4 + 3] = 255 * (opacity + below);
  }
  return { width: image.width, height: image.height, data };
}
