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
/** Tones are told apart in steps of this, levels. */
const STEP = 12;
/** Samples a tone must have to speak for itself. */
const LEAST_SAMPLES = 12;
/** Beyond these the engine's colour was cut off and says nothing. */
const CLIPPED = { below: 2, above: 253 };
/** Beyond this a tone disagrees however noisy the rest is, levels. */
const LEAST_LIMIT = 4;

interface Line {
  readonly gain: number;
  readonly offset: number;
}

/** What became of one tone: middle values of both sides, and how much it counts. */
interface Tone {
  readonly from: number;
  readonly to: number;
  readonly weight: number;
}

/** The picture's tones. A tone's weight grows with the root of its samples, so that a wide ground does not outvote the things before it. */
function tonesOf(from: Float32Array, to: Float32Array): readonly Tone[] {
  const bins: number[][] = Array.from({ length: Math.ceil(256 / STEP) }, () => []);
  for (let i = 0; i < from.length; i++) {
    if (from[i] >= CLIPPED.below && from[i] <= CLIPPED.above) bins[Math.min(bins.length - 1, Math.floor(to[i] / STEP))].push(i);
  }
  return bins
    .filter((bin) => bin.length >= LEAST_SAMPLES)
    .map((bin) => ({
      from: medianOf(Float32Array.from(bin, (i) => from[i])),
      to: medianOf(Float32Array.from(bin, (i) => to[i])),
      weight: Math.sqrt(bin.length),
    }));
}

/** How badly a line fits: misses count up to the limit. */
function missOf(tones: readonly Tone[], { gain, offset }: Line): number {
  return tones.reduce((sum, t) => sum + t.weight * Math.min(LEAST_LIMIT, Math.abs(t.to - gain * t.from - offset)), 0);
}

/** The line through two tones (or one, at gain 1) that most others lie on. */
function bestPairLine(tones: readonly Tone[]): Line {
  let best: Line = { gain: 1, offset: 0 };
  let least = missOf(tones, best);
  const consider = (line: Line): void => {
    const miss = missOf(tones, line);
    if (Math.abs(line.gain - 1) > GAIN_REACH || miss >= least) return;
    [best, least] = [line, miss];
  };
  for (const [i, a] of tones.entries()) {
    consider({ gain: 1, offset: a.to - a.from });
    for (const b of tones.slice(i + 1)) {
      if (Math.abs(b.from - a.from) < STEP) continue;
      const gain = (b.to - a.to) / (b.from - a.from);
      consider({ gain, offset: a.to - gain * a.from });
    }
  }
  return best;
}

function weightedLine(tones: readonly Tone[]): Line {
  const w = tones.reduce((sum, t) => sum + t.weight, 0);
  if (w === 0) return { gain: 1, offset: 0 };
  const mx = tones.reduce((sum, t) => sum + t.weight * t.from, 0) / w;
  const my = tones.reduce((sum, t) => sum + t.weight * t.to, 0) / w;
  let [xx, xy] = [HOLD * w, HOLD * w];
  for (const t of tones) {
    xx += t.weight * (t.from - mx) ** 2;
    xy += t.weight * (t.from - mx) * (t.to - my);
  }
  const gain = Math.min(1 + GAIN_REACH, Math.max(1 - GAIN_REACH, xy / xx));
  return { gain, offset: my - gain * mx };
}

/** Robust line through one channel's tones: the best of all pairs, then reweighted (Tukey). */
function robustLine(from: Float32Array, to: Float32Array): Line {
  const tones = tonesOf(from, to);
  let line = bestPairLine(tones);
  for (let round = 0; round < 4; round++) {
    const { gain, offset } = line;
    line = weightedLine(
      tones.map((t) => {
        const miss = Math.abs(t.to - gain * t.from - offset) / (2 * LEAST_LIMIT);
        return { ...t, weight: miss < 1 ? t.weight * (1 - miss * miss) ** 2 : 0 };
      }),
    );
  }
  return line;
}

/**
 * Gain and offset that bring `output` colours to `source` colours, from pairs of samples (three channels each), robust to changed parts
 * and to colours that were clipped. Tones are compared, not pixels: a ground that fills most of a picture is one tone among others.
 */
export function matchColour(output: readonly Float32Array[], source: readonly Float32Array[]): ColourMatch {
  if (output[0].length < 64) return SAME_COLOUR;
  const [r, g, b] = [0, 1, 2].map((c) => robustLine(output[c], source[c]));
  return { gain: [r.gain, g.gain, b.gain], offset: [r.offset, g.offset, b.offset] };
}
