import { distanceToMask } from "../../raster/distance.ts";
import { pushPull } from "../../raster/push-pull.ts";
import { createMask, type FloatImage, type Mask } from "../../raster/raster.ts";
import { median } from "./surface.ts";

interface Surroundings {
  readonly pixels: FloatImage;
  /** 255 = ink told so far. */
  readonly ink: Mask;
  readonly foreign: Mask;
}

/** Middle difference from the background spread in from further out, by whole distance from the ink. */
function traceByDistance({ pixels, ink, foreign }: Surroundings, reach: number): readonly number[] {
  const distance = distanceToMask(ink);
  const known = createMask(pixels.width, pixels.height);
  for (let i = 0; i < known.data.length; i++) if (distance[i] > reach && foreign.data[i] === 0) known.data[i] = 255;
  const ground = pushPull(pixels, known);
  const bands: number[][] = Array.from({ length: Math.ceil(reach * 1.5) + 1 }, () => []);
  for (let i = 0; i < distance.length; i++) {
    const k = Math.round(distance[i]);
    if (distance[i] === 0 || k >= bands.length || foreign.data[i] !== 0) continue;
    let sum = 0;
    for (let c = 0; c < 3; c++) sum += (pixels.data[i * 3 + c] - ground.data[i * 3 + c]) ** 2;
    bands[k].push(Math.sqrt(sum));
  }
  return bands.map((band) => (band.length < 12 ? Number.NaN : median(band)));
}

/** Difference from the spread-in background, 0–255, above which what is around is not smooth and traces cannot be told from it. */
const UNCALM = 7;

/**
 * How far beyond the ink its traces reach, pixels: antialiasing, ringing of compression and sharpening, a soft shadow, a
 * glow. The first distance from which the picture is as calm as further out, between `least` and `most`.
 */
export function rimWidth(at: Surroundings, limits: { readonly least: number; readonly most: number }): number {
  const trace = traceByDistance(at, limits.most);
  const calm = median(trace.slice(Math.ceil(limits.most)).filter(Number.isFinite));
  if (calm > UNCALM) return limits.least;
  const settled = (k: number) => !(trace[k] > 1.3 * calm + 2.5);
  for (let k = Math.ceil(limits.least); k < limits.most; k++) if (settled(k) && settled(k + 1)) return Math.max(limits.least, k);
  return limits.least;
}
