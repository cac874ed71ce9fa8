import { blurImage } from "../../raster/blur.ts";
import { erode } from "../../raster/dilate.ts";
import { pushPull } from "../../raster/push-pull.ts";
import { createMask, type FloatImage, type Mask, type RasterImage } from "../../raster/raster.ts";
import { resizeRaster } from "../../raster/resample.ts";
import { oklabPixels } from "../kernel/colour-cube.ts";
import { type GroundSurface, groundSurface, type LabImage, ON_SURFACE } from "./border-surface.ts";

export interface GrownGround {
  /** The ground's colour all over the picture, OKLab ×100, small; behind the subject carried on from around it. */
  readonly field: FloatImage;
  /** What the rim alone says: the ground without the shadows in the picture's middle. */
  readonly rim: GroundSurface;
  /** Scatter of the ground about its field, OKLab ×100. */
  readonly sigma: number;
}

const SIDE = 176;
const ROUNDS = 6;
/** A pixel joins the ground where it lies this near to what its neighbourhood promises … */
const NEAR = 7;
/** … and this near to the pixel it was reached from. OKLab ×100, at `SIDE`. */
const STEP = 2.4;

/** Mixed pixels at the ground's edge would carry the subject's colour into the field, a little further each round. */
const EDGE = 1.5;

const apart = (a: ArrayLike<number>, i: number, b: ArrayLike<number>, k: number): number =>
  Math.hypot(a[i] - b[k], a[i + 1] - b[k + 1], a[i + 2] - b[k + 2]);

/** Ground reached from the rim in small steps while it stays near the expected field. */
function flooded(image: LabImage, expected: Float32Array, near: number): Mask {
  const { width, height, data } = image;
  const mask = createMask(width, height);
  const stack: number[] = [];
  const enter = (i: number): void => {
    if (mask.data[i] !== 0 || apart(data, i * 3, expected, i * 3) > near) return;
    mask.data[i] = 255;
    stack.push(i);
  };
  for (let x = 0; x < width; x++) for (const y of [0, height - 1]) enter(y * width + x);
  for (let y = 0; y < height; y++) for (const x of [0, width - 1]) enter(y * width + x);
  for (let i = stack.pop(); i !== undefined; i = stack.pop()) {
    const x = i % width;
    for (const k of [x > 0 ? i - 1 : i, x + 1 < width ? i + 1 : i, i >= width ? i - width : i, i + width < width * height ? i + width : i])
      if (apart(data, i * 3, data, k * 3) < STEP) enter(k);
  }
  return mask;
}

function rimField(image: LabImage, rim: GroundSurface): Float32Array {
  const field = new Float32Array(image.data.length);
  for (let i = 0; i < field.length / 3; i++) rim.at(i % image.width, Math.floor(i / image.width), field.subarray(i * 3, i * 3 + 3));
  return field;
}

function scatter(image: LabImage, field: Float32Array, ground: Mask): number {
  let [sum, n] = [0, 0];
  for (let i = 0; i < ground.data.length; i++) {
    if (ground.data[i] === 0) continue;
    sum += apart(image.data, i * 3, field, i * 3) ** 2;
    n++;
  }
  return n === 0 ? ON_SURFACE : Math.sqrt(sum / n);
}

/**
 * Follows the ground from the picture's rim inwards: round by round its field is carried on from what was reached, so that
 * spotlights, gradients and soft shadows are taken in and hard edges stop it. Works at 176 px; about 60 ms.
 */
export function grownGround(image: RasterImage): GrownGround {
  const scale = Math.min(1, SIDE / Math.max(image.width, image.height));
  const low = resizeRaster(image, Math.max(8, Math.round(image.width * scale)), Math.max(8, Math.round(image.height * scale)));
  const lab: LabImage = { width: low.width, height: low.height, data: oklabPixels(low) };
  const rim = groundSurface(lab);
  let field = rimField(lab, rim);
  let ground = flooded(lab, field, NEAR);
  for (let round = 0; round < ROUNDS; round++) {
    field = blurImage(pushPull(lab, erode(ground, EDGE)), 2).data;
    ground = flooded(lab, field, NEAR);
  }
  const grown = blurImage(pushPull(lab, erode(ground, EDGE)), 1.2);
  return { field: grown, rim, sigma: scatter(lab, grown.data, ground) };
}
