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

interface Trace {
  /** Distance from the ink, per pixel. */
  readonly distance: Float32Array;
  /** Difference from the background spread in from further out, per pixel. */
  readonly off: Float32Array;
  /** Its middle value by whole distance; NaN where too few pixels are that far. */
  readonly bands: readonly number[];
}

function traceOf({ pixels, ink, foreign }: Surroundings, reach: number): Trace {
  const distance = distanceToMask(ink);
  const known = createMask(pixels.width, pixels.height);
  for (let i = 0; i < known.data.length; i++) if (distance[i] > reach && foreign.data[i] === 0) known.data[i] = 255;
  const ground = pushPull(pixels, known);
  const off = new Float32Array(distance.length);
  const bands: number[][] = Array.from({ length: Math.ceil(reach * 1.5) + 1 }, () => []);
  for (let i = 0; i < distance.length; i++) {
    let sum = 0;
    for (let c = 0; c < 3; c++) sum += (pixels.data[i * 3 + c] - ground.data[i * 3 + c]) ** 2;
    off[i] = Math.sqrt(sum);
    const k = Math.round(distance[i]);
    if (distance[i] > 0 && k < bands.length && foreign.data[i] === 0) bands[k].push(off[i]);
  }
  return { distance, off, bands: bands.map((band) => (band.length < 12 ? Number.NaN : median(band))) };
}

/** Difference from the spread-in background, 0–255, above which what is around is not smooth and traces cannot be told from it. */
const UNCALM = 7;

function rimWidth({ bands }: Trace, limits: { readonly least: number; readonly most: number }): number {
  const calm = median(bands.slice(Math.ceil(limits.most)).filter(Number.isFinite));
  if (calm > UNCALM) return limits.least;
  const settled = (k: number) => !(bands[k] > 1.3 * calm + 3.5);
  for (let k = Math.ceil(limits.least); k < limits.most; k++) if (settled(k) && settled(k + 1)) return Math.max(limits.least, k);
  return limits.least;
}

/**
 * The ink with the traces around it: antialiasing, ringing of compression and sharpening, a soft shadow, a glow. They are
 * taken to reach to the first distance, between `least` and `most` pixels, from which the picture is as calm as further out;
 * what differs far more than is usual at its distance is another thing and stays. Foreign pixels are never part of it.
 */
export function withTraces(at: Surroundings, limits: { readonly least: number; readonly most: number }): Mask {
  const trace = traceOf(at, limits.most);
  const rim = rimWidth(trace, limits);
  const out = createMask(at.pixels.width, at.pixels.height);
  for (let i = 0; i < out.data.length; i++) {
    const d = trace.distance[i];
    if (d > rim || at.foreign.data[i] !== 0) continue;
    const usual = trace.bands[Math.round(d)];
    if (d <= limits.least || !(trace.off[i] > 3 * usual + 30)) out.data[i] = 255;
  }
  return out;
}
