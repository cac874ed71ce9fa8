import { medianColour, type Rgb } from "../../raster/colour.ts";
import type { Ground } from "./ground.ts";

/** Pixels up to this far from the hole decide: what is further does not show behind the text. */
const NEAR = 10;
/** Encoded steps a flat ground may differ from its median: one step of rounding. */
const STEP = 1;

interface Range {
  readonly low: Float32Array;
  readonly high: Float32Array;
}

/** The pixels' range per channel; `undefined` once they differ by more than colours within a step of one can. */
function narrowRange(pixels: Float32Array, near: (i: number) => boolean): Range | undefined {
  const [low, high] = [new Float32Array(3).fill(Infinity), new Float32Array(3).fill(-Infinity)];
  for (let i = 0; i * 3 < pixels.length; i++) {
    if (!near(i)) continue;
    for (let c = 0; c < 3; c++) {
      low[c] = Math.min(low[c], pixels[i * 3 + c]);
      high[c] = Math.max(high[c], pixels[i * 3 + c]);
      if (high[c] - low[c] > 2 * STEP) return undefined;
    }
  }
  return { low, high };
}

/** The one colour of the ground next to the hole, or `undefined` where it has more than one or cannot be seen. */
export function flatColour({ pixels, learn, distance }: Ground): Rgb | undefined {
  const near = (i: number) => learn[i] === 1 && distance[i] <= NEAR;
  const range = narrowRange(pixels, near);
  if (range === undefined) return undefined;
  const colour = medianColour(pixels, near);
  return colour?.every((v, c) => range.high[c] - v <= STEP && v - range.low[c] <= STEP) ? colour : undefined;
}
