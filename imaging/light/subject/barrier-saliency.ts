import { createPlane, type Plane } from "../../raster/raster.ts";
import type { LabImage } from "../background/border-surface.ts";
import { fitMixture, logDensity } from "./colour-mixture.ts";

const PASSES = 3;
/** How far from the frame the ground's colours are learnt, share of the longer side. */
const FRAME = 0.06;

/** The barrier between every pixel and the frame on one channel: how far its value must climb and fall on the best way out. */
function barriers(value: Float32Array, width: number, height: number): Float32Array {
  const n = width * height;
  const [high, low] = [Float32Array.from(value), Float32Array.from(value)];
  const far = new Float32Array(n).fill(Number.POSITIVE_INFINITY);
  for (let x = 0; x < width; x++) far[x] = far[n - 1 - x] = 0;
  for (let y = 0; y < height; y++) far[y * width] = far[(y + 1) * width - 1] = 0;
  const relax = (i: number, j: number): void => {
    const [most, least] = [Math.max(high[j], value[i]), Math.min(low[j], value[i])];
    if (most - least >= far[i]) return;
    far[i] = most - least;
    high[i] = most;
    low[i] = least;
  };
  for (let pass = 0; pass < PASSES; pass++) {
    for (let y = 1; y < height - 1; y++)
      for (let i = y * width + 1; i < (y + 1) * width - 1; i++) {
        relax(i, i - 1);
        relax(i, i - width);
      }
    for (let y = height - 2; y > 0; y--)
      for (let i = (y + 1) * width - 2; i > y * width; i--) {
        relax(i, i + 1);
        relax(i, i + width);
      }
  }
  return far;
}

const channel = ({ data }: LabImage, c: number): Float32Array => Float32Array.from({ length: data.length / 3 }, (_, i) => data[i * 3 + c]);

/** How unlike the colours along each side of the frame a pixel is, 0–1: unlike three sides at least, so that a thing may touch one. */
function unlikeFrame(picture: LabImage): Float32Array {
  const { width, height, data } = picture;
  const deep = Math.max(2, Math.round(FRAME * Math.max(width, height)));
  const along = (near: (x: number, y: number) => boolean): Float32Array =>
    Float32Array.from({ length: width * height }, (_, i) => (near(i % width, Math.floor(i / width)) ? 1 : 0));
  const sides = [
    along((x) => x < deep),
    along((x) => x >= width - deep),
    along((_, y) => y < deep),
    along((_, y) => y >= height - deep),
  ].map((weight) => fitMixture(data, weight, 3));
  return Float32Array.from({ length: width * height }, (_, i) => {
    const like = sides.map((side) => -logDensity(side, data, i * 3)).sort((a, b) => a - b);
    return 1 / (1 + Math.exp(-(0.5 * (like[0] + like[1]) - 12) / 2));
  });
}

function stretched(values: Float32Array): Float32Array {
  const sorted = Float32Array.from(values).sort();
  const top = Math.max(1e-3, sorted[Math.floor(0.995 * (sorted.length - 1))]);
  return values.map((v) => Math.min(1, v / top));
}

/**
 * How much each pixel of a small picture stands out as a thing by itself, 0–1: the minimum barrier distance to the frame (Zhang et al., "Minimum
 * Barrier Salient Object Detection at 80 FPS", ICCV 2015: raster scans) on OKLab, with what is unlike the frame's own colours.
 */
export function barrierSaliency(picture: LabImage): Plane {
  const { width, height } = picture;
  const sum = new Float32Array(width * height);
  for (let c = 0; c < 3; c++) {
    const far = barriers(channel(picture, c), width, height);
    for (let i = 0; i < sum.length; i++) sum[i] += far[i];
  }
  const [barrier, unlike] = [stretched(sum), unlikeFrame(picture)];
  const out = createPlane(width, height);
  for (let i = 0; i < sum.length; i++) out.data[i] = (barrier[i] + unlike[i]) / 2;
  return out;
}
