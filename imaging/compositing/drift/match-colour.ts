import { medianOf } from "./median.ts";

/** Per channel, 0–255: source ≈ gain · output + offset. */
export interface ColourMatch {
  readonly gain: readonly [number, number, number];
  readonly offset: readonly [number, number, number];
}

export const SAME_COLOUR: ColourMatch = { gain: [1, 1, 1], offset: [0, 0, 0] };

/** Gains further from 1 than this are no drift of an engine. */
const GAIN_REACH = 0.25;
/** Strength that holds the gain at 1 where the picture has one tone only, squared levels. */
const HOLD = 30;

interface Line {
  readonly gain: number;
  readonly offset: number;
}

function weightedLine(from: Float32Array, to: Float32Array, weight: Float32Array): Line {
  let [w, x, y] = [0, 0, 0];
  for (let i = 0; i < from.length; i++) {
    w += weight[i];
    x += weight[i] * from[i];
    y += weight[i] * to[i];
  }
  if (w === 0) return { gain: 1, offset: 0 };
  const [mx, my] = [x / w, y / w];
  let [xx, xy] = [HOLD * w, HOLD * w];
  for (let i = 0; i < from.length; i++) {
    xx += weight[i] * (from[i] - mx) ** 2;
    xy += weight[i] * (from[i] - mx) * (to[i] - my);
  }
  const gain = Math.min(1 + GAIN_REACH, Math.max(1 - GAIN_REACH, xy / xx));
  return { gain, offset: my - gain * mx };
}

/** Robust line through one channel's pairs: starts at the median difference, then reweights (Tukey). */
function robustLine(from: Float32Array, to: Float32Array): Line {
  let line: Line = { gain: 1, offset: medianOf(from.map((v, i) => to[i] - v)) };
  for (let round = 0; round < 6; round++) {
    const residual = from.map((v, i) => Math.abs(to[i] - line.gain * v - line.offset));
    const limit = 6.9 * Math.max(0.7, medianOf(residual));
    line = weightedLine(
      from,
      to,
      residual.map((r) => (r < limit ? (1 - (r / limit) ** 2) ** 2 : 0)),
    );
  }
  return line;
}

/** Gain and offset that bring `output` colours to `source` colours, from pairs of samples (three channels each), robust to changed parts. */
export function matchColour(output: readonly Float32Array[], source: readonly Float32Array[]): ColourMatch {
  if (output[0].length < 64) return SAME_COLOUR;
  const [r, g, b] = [0, 1, 2].map((c) => robustLine(output[c], source[c]));
  return { gain: [r.gain, g.gain, b.gain], offset: [r.offset, g.offset, b.offset] };
}
