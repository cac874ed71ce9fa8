import type { FloatImage, Plane } from "../../raster/raster.ts";

interface Sides {
  /** Distance to the cut, positive inside the subject, small. */
  readonly edge: Plane;
  /** The ground's colours carried on behind the subject, and the subject's own, 0–255, small. */
  readonly ground: FloatImage;
  readonly subject: FloatImage;
}

/** Only pixels this far inside are the subject's own. */
const INSIDE = 3;
/** Fewer pixels say nothing. */
const LEAST_PIXELS = 400;
/** How much of the ground shines through cloth; less is haze in the picture, more is glass, which is told otherwise. */
const THROUGH = { least: 0.25, most: 0.85, step: 0.02 };
/** Colours of one stuff lie on one line, to within this, 0–255 RMS; what is patterned says nothing. */
const ONE_STUFF = 3;
/** Least scatter about a line through black that the ground must explain, 0–255 RMS, and how far it must bring it down. */
const EXPLAINED = { from: 0.6, times: 1.6 };

type Matrix = readonly (readonly [number, number, number])[];
const CHANNELS = [0, 1, 2] as const;

/** Sums of products of two images' channels over the subject's inside. */
function products({ edge }: Sides, a: FloatImage, b: FloatImage): Matrix {
  const sums = CHANNELS.map((): [number, number, number] => [0, 0, 0]);
  for (let i = 0; i < edge.data.length; i++) {
    if (edge.data[i] <= INSIDE) continue;
    for (const c of CHANNELS) for (const d of CHANNELS) sums[c][d] += a.data[i * 3 + c] * b.data[i * 3 + d];
  }
  return sums;
}

/** Largest eigenvalue of a symmetric matrix without negative ones, by power iteration. */
function largest(matrix: Matrix): number {
  let [vector, length] = [[1, 0.9, 0.8], 0];
  for (let k = 0; k < 40; k++) {
    const next = matrix.map((row) => row[0] * vector[0] + row[1] * vector[1] + row[2] * vector[2]);
    length = Math.hypot(...next);
    vector = next.map((v) => v / Math.max(1e-9, length));
  }
  return length;
}

/**
 * Whether the ground shines evenly through all of the subject, as through thin cloth. Light and shade move the colours of an opaque thing of
 * one stuff along a line through black; a share of the ground added to it moves that line away. Neutral things before neutral grounds
 * cannot be told so.
 */
export function groundShinesThrough(sides: Sides): boolean {
  const { edge, subject, ground } = sides;
  const pixels = edge.data.reduce((n, d) => n + (d > INSIDE ? 1 : 0), 0);
  if (pixels < LEAST_PIXELS) return false;
  const [own, cross, back] = [products(sides, subject, subject), products(sides, subject, ground), products(sides, ground, ground)];
  const scatter = (k: number): number => {
    const less = CHANNELS.map((c) =>
      CHANNELS.map((d) => own[c][d] - k * (cross[c][d] + cross[d][c]) + k * k * back[c][d]),
    ) as never as Matrix;
    return Math.sqrt(Math.max(0, less[0][0] + less[1][1] + less[2][2] - largest(less)) / pixels / 2);
  };
  let best = { share: 0, scatter: scatter(0) };
  const opaque = best.scatter;
  for (let share = THROUGH.step; share <= 1; share += THROUGH.step) {
    const left = scatter(share);
    if (left < best.scatter) best = { share, scatter: left };
  }
  const told = opaque > EXPLAINED.from && opaque > EXPLAINED.times * best.scatter && best.scatter < ONE_STUFF;
  return told && best.share > THROUGH.least && best.share < THROUGH.most;
}
