import type { Ground } from "./ground.ts";

/** Half weight at this distance from the hole, pixels: what lies further need not go on behind the text. */
const HALF_WEIGHT = 30;

/** Known pixels of a ground. */
export interface Samples {
  readonly x: Float32Array;
  readonly y: Float32Array;
  /** Three channels each. */
  readonly colour: Float32Array;
  readonly weight: Float32Array;
}

/** At most about `most` of the known pixels, evenly taken, those near the hole counting most. */
export function samplesOf({ width, learn, pixels, distance }: Ground, most: number): Samples {
  const known: number[] = [];
  for (let i = 0; i < learn.length; i++) if (learn[i]) known.push(i);
  // A stride that shares no factor with the width does not walk along columns.
  const stride = Math.max(1, Math.floor(known.length / most));
  const taken = known.filter((_, k) => k % stride === 0);
  const colour = new Float32Array(taken.length * 3);
  taken.forEach((i, k) => {
    for (let c = 0; c < 3; c++) colour[k * 3 + c] = pixels[i * 3 + c];
  });
  return {
    x: Float32Array.from(taken, (i) => i % width),
    y: Float32Array.from(taken, (i) => Math.floor(i / width)),
    colour,
    weight: Float32Array.from(taken, (i) => 1 / (1 + (distance[i] / HALF_WEIGHT) ** 2)),
  };
}
