import type { MattingForm, MattingModel, Tensor } from "../../ports.ts";
import { luma } from "../../raster/colour.ts";
import { createPlane, type Plane, type RasterImage } from "../../raster/raster.ts";
import { resizeRaster } from "../../raster/resample.ts";
import { guidedFilter } from "../kernel/guided-filter.ts";
import { planeSampler } from "../kernel/stretched-sampler.ts";

/** `[1, 3, S, S]`, the picture stretched to a square, see-through parts over grey. */
function inputOf(image: RasterImage, { side, mean, std }: MattingForm): Tensor {
  const small = resizeRaster(image, side, side);
  const data = new Float32Array(3 * side * side);
  for (let i = 0; i < side * side; i++) {
    const opacity = small.data[i * 4 + 3] / 255;
    for (let c = 0; c < 3; c++) {
      const value = (small.data[i * 4 + c] / 255) * opacity + 0.5 * (1 - opacity);
      data[c * side * side + i] = (value - mean[c]) / std[c];
    }
  }
  return { data, dims: [1, 3, side, side] };
}

/** The network's answer as coverage 0–1. */
function coverageOf({ data, dims }: Tensor, { output }: MattingForm): Plane {
  const [height, width] = dims.slice(-2);
  const plane = createPlane(width, height);
  if (data.length !== width * height) throw new Error(`a matting network must give one plane, this one gives ${dims.join(" × ")}`);
  let [least, most] = [0, 1];
  if (output === "saliency") {
    least = data.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
    most = data.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  }
  for (let i = 0; i < data.length; i++) {
    const value = output === "logits" ? 1 / (1 + Math.exp(-data[i])) : (data[i] - least) / Math.max(1e-6, most - least);
    plane.data[i] = Math.min(1, Math.max(0, value));
  }
  return plane;
}

/** Values this near to the ends are the ends: a network is never quite sure. */
const SETTLED = 0.04;

/** Stretched to the picture and drawn to its edges, which a network of a smaller picture only sees roughly. */
function sharpened(coarse: Plane, image: RasterImage): Plane {
  const { width, height } = image;
  const guide = createPlane(width, height);
  const wide = createPlane(width, height);
  const at = planeSampler(coarse, image);
  for (let i = 0; i < width * height; i++) {
    guide.data[i] = luma(image.data[i * 4], image.data[i * 4 + 1], image.data[i * 4 + 2]);
    wide.data[i] = at(i % width, Math.floor(i / width));
  }
  const radius = Math.max(2, Math.round((1.5 * Math.max(width, height)) / coarse.width));
  const fine = guidedFilter(guide, wide, { radius, epsilon: 60 });
  for (let i = 0; i < fine.data.length; i++) {
    // Far from any edge the network's own word stands; the filter would let the picture's texture through.
    const sure = wide.data[i] < 0.02 || wide.data[i] > 0.98;
    const value = sure ? wide.data[i] : Math.min(1, Math.max(0, fine.data[i]));
    fine.data[i] = value < SETTLED ? 0 : value > 1 - SETTLED ? 1 : value;
  }
  return fine;
}

/** The subject's share of each pixel as the person's own network sees it, at the picture's size. Throws what the network throws. */
export async function modelMatte(
  image: RasterImage,
  { model, form, signal }: { readonly model: MattingModel; readonly form: MattingForm; readonly signal: AbortSignal },
): Promise<Plane> {
  return sharpened(coverageOf(await model.run(inputOf(image, form), signal), form), image);
}
