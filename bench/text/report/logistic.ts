/** One row of a fit: doubts in a fixed order, and whether the result was good. */
export interface Sample {
  readonly doubts: readonly number[];
  readonly good: boolean;
}

export interface LogisticRule {
  readonly start: number;
  readonly weights: readonly number[];
}

const STEPS = 20_000;
const RATE = 0.05;
/** Pull of weights towards zero: few bad samples shall not make a steep rule. */
const RIDGE = 0.01;

const sureness = ({ start, weights }: LogisticRule, doubts: readonly number[]): number =>
  1 / (1 + Math.exp(weights.reduce((sum, w, k) => sum + w * doubts[k], 0) - start));

/** Weights that make good results likeliest; none is negative, so that more doubt never makes surer. */
export function fitLogistic(samples: readonly Sample[]): LogisticRule {
  let start = 1;
  let weights = samples[0]?.doubts.map(() => 0) ?? [];
  for (let step = 0; step < STEPS; step++) {
    const slope = { start: 0, weights: weights.map(() => 0) };
    for (const { doubts, good } of samples) {
      const off = (good ? 1 : 0) - sureness({ start, weights }, doubts);
      slope.start += off;
      doubts.forEach((d, k) => {
        slope.weights[k] -= off * d;
      });
    }
    start += (RATE * slope.start) / samples.length;
    weights = weights.map((w, k) => Math.max(0, w + RATE * (slope.weights[k] / samples.length - RIDGE * w)));
  }
  return { start, weights };
}
