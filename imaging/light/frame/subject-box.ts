import type { Rect } from "../../../protocol/geometry.ts";
import { boxMean } from "../../raster/box-mean.ts";
import { boundsOfMask, cropFloat } from "../../raster/crop.ts";
import { createMask, type FloatImage, type RasterImage } from "../../raster/raster.ts";
import { resizeRaster } from "../../raster/resample.ts";
import { separate } from "../background/separate.ts";

/** Where the subject of a picture lies, and how sure that is, 0–1; 0 where nothing stands out at all. */
export interface SubjectBox {
  readonly rect: Rect<"image">;
  readonly confidence: number;
}

const WORK = 160;
/** A separated subject is believed from this on. */
const BELIEVED = 0.6;

function byGround(image: RasterImage): SubjectBox | undefined {
  const parts = separate(image);
  if (!parts.ok || parts.value.confidence < BELIEVED) return undefined;
  const mask = createMask(image.width, image.height);
  for (let i = 0; i < mask.data.length; i++) mask.data[i] = parts.value.alpha.data[i] > 0.5 ? 255 : 0;
  const rect = boundsOfMask(mask);
  return rect === undefined ? undefined : { rect, confidence: parts.value.confidence };
}

/** How much each pixel stands out: its difference from the colours around it at three scales, summed. */
function standingOut(small: FloatImage): Float32Array {
  const out = new Float32Array(small.width * small.height);
  for (let c = 0; c < 3; c++) {
    const plane = { width: small.width, height: small.height, data: new Float32Array(out.length) };
    for (let i = 0; i < out.length; i++) plane.data[i] = small.data[i * 3 + c];
    for (const radius of [4, 12, 32]) {
      const mean = boxMean(plane, radius);
      for (let i = 0; i < out.length; i++) out[i] += Math.abs(plane.data[i] - mean.data[i]);
    }
  }
  return out;
}

/** The span along one axis that holds all but a tenth of what stands out. */
function span(weights: Float32Array): readonly [number, number] {
  const total = weights.reduce((a, b) => a + b, 0);
  let [sum, from, to] = [0, 0, weights.length];
  if (total === 0) return [from, to];
  for (let i = 0; i < weights.length; i++) {
    if (sum < total * 0.05) from = i;
    sum += weights[i];
    if (sum >= total * 0.95) {
      to = i + 1;
      break;
    }
  }
  return [from, Math.max(from + 1, to)];
}

/** Without a plain ground: where most of what stands out lies. A guess, so its confidence is low. */
function bySalience(image: RasterImage): SubjectBox {
  const scale = Math.min(1, WORK / Math.max(image.width, image.height));
  const [width, height] = [Math.max(1, Math.round(image.width * scale)), Math.max(1, Math.round(image.height * scale))];
  const small = cropFloat(resizeRaster(image, width, height), { x: 0, y: 0, width, height });
  const weights = standingOut(small);
  const [columns, rows] = [new Float32Array(width), new Float32Array(height)];
  for (let i = 0; i < weights.length; i++) {
    const strong = weights[i] ** 2;
    columns[i % width] += strong;
    rows[Math.floor(i / width)] += strong;
  }
  const [x0, x1] = span(columns);
  const [y0, y1] = span(rows);
  const rect: Rect<"image"> = {
    x: Math.floor(x0 / scale),
    y: Math.floor(y0 / scale),
    width: Math.min(image.width, Math.ceil(x1 / scale)) - Math.floor(x0 / scale),
    height: Math.min(image.height, Math.ceil(y1 / scale)) - Math.floor(y0 / scale),
  };
  return { rect, confidence: weights.some((w) => w > 0) ? 0.4 : 0 };
}

/** The box around the subject: told from its ground where that is plain, else where most stands out. Cost: one separation at 512 px. */
export const subjectBox = (image: RasterImage): SubjectBox => byGround(image) ?? bySalience(image);
