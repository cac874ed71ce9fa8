import { compose, scaling } from "../../../protocol/geometry.ts";
import type { Plane } from "../../raster/raster.ts";
import { type Alignment, type LevelPair, sizesOf } from "./align-level.ts";
import type { AnchorPoints } from "./anchor-points.ts";
import { type Bend, refineBend } from "./bend.ts";
import { CubicSampler } from "./bicubic.ts";
import { quantileInPlace, quantileOf } from "./median.ts";

/** Nodes along the longer side; a bend finer than that is repainting, not drift. */
const NODES = 17;
/** Nodes are set so much closer once found, on a smooth surface. */
const FINER = 8;
const ROUNDS = 4;
const LEAST_POINTS = 200;
const SOLVER_STEPS = 30;
/** Tukey's constant over the scale of the residuals. */
const TUKEY = 4.685 * 1.4826;
const LEAST_SCALE = 0.7;
/** Stiffness, as a share of what the points of a usual node weigh: against bending, and against any displacement at all. */
const STIFF = { bending: 0.004, being: 0.001 };
/** Below this usual displacement, pixels, the affine map had been enough. */
const NEGLIGIBLE = 0.12;
/** Farther than this, pixels, it is no drift. */
const FARTHEST = 8;
/** The residual of the usual point must fall to this share, or the bend explains nothing. */
const WORTH = 0.97;

/** The system of all nodes: for each point the first of its four nodes, their shares, and its gradient; for each node its x and y. */
interface Net {
  readonly columns: number;
  readonly rows: number;
  readonly first: Int32Array;
  readonly shares: Float32Array;
  readonly points: AnchorPoints;
  readonly weight: Float32Array;
}

function netOver(points: AnchorPoints, { width, height }: Plane): Net {
  const scale = (NODES - 1) / Math.max(width, height);
  const [columns, rows] = [Math.max(3, Math.round(width * scale) + 1), Math.max(3, Math.round(height * scale) + 1)];
  const n = points.x.length;
  const [first, shares] = [new Int32Array(n), new Float32Array(4 * n)];
  for (let i = 0; i < n; i++) {
    const [u, v] = [(points.x[i] / width) * (columns - 1), (points.y[i] / height) * (rows - 1)];
    const [x, y] = [Math.min(columns - 2, Math.floor(u)), Math.min(rows - 2, Math.floor(v))];
    const [s, t] = [u - x, v - y];
    first[i] = y * columns + x;
    shares.set([(1 - s) * (1 - t), s * (1 - t), (1 - s) * t, s * t], 4 * i);
  }
  return { columns, rows, first, shares, points, weight: new Float32Array(n) };
}

/** Value of a node field at point `i`. */
function valueAt({ columns, first, shares }: Net, field: Float32Array, i: number): number {
  const [at, k] = [first[i], 4 * i];
  return (
    shares[k] * field[at] + shares[k + 1] * field[at + 1] + shares[k + 2] * field[at + columns] + shares[k + 3] * field[at + columns + 1]
  );
}

function addAt({ columns, first, shares }: Net, field: Float32Array, i: number, value: number): void {
  const [at, k] = [first[i], 4 * i];
  field[at] += shares[k] * value;
  field[at + 1] += shares[k + 1] * value;
  field[at + columns] += shares[k + 2] * value;
  field[at + columns + 1] += shares[k + 3] * value;
}

type Field = readonly [x: Float32Array, y: Float32Array];

const emptyField = ({ columns, rows }: Net): Field => [new Float32Array(columns * rows), new Float32Array(columns * rows)];

/** Adds what resists bending: second differences along rows and columns, weighed `stiffness`. */
function addStiffness({ columns, rows }: Net, d: Float32Array, into: Float32Array, stiffness: number): void {
  const along = (from: number, step: number, count: number): void => {
    for (let k = 1; k < count - 1; k++) {
      const at = from + k * step;
      const curve = stiffness * (d[at - step] - 2 * d[at] + d[at + step]);
      into[at - step] += curve;
      into[at] -= 2 * curve;
      into[at + step] += curve;
    }
  };
  for (let j = 0; j < rows; j++) along(j * columns, 1, columns);
  for (let i = 0; i < columns; i++) along(i, columns, rows);
}

/** Of each pair of a point's four nodes: the second seen from the first, as one of its nine neighbours. */
const PAIRS = [0, 1, 2, 3].flatMap((a) =>
  [0, 1, 2, 3].map((b) => ({ a, b, neighbour: ((b >> 1) - (a >> 1) + 1) * 3 + (b & 1) - (a & 1) + 1 })),
);

/** Left side of the normal equations by node and neighbour: shares of gx², gx·gy, gy². */
function assemble({ columns, rows, first, shares, points: { gx, gy }, weight }: Net): Float32Array {
  const matrix = new Float32Array(columns * rows * 27);
  for (let i = 0; i < weight.length; i++) {
    if (weight[i] === 0) continue;
    const [xx, xy, yy] = [gx[i] * gx[i], gx[i] * gy[i], gy[i] * gy[i]];
    for (const { a, b, neighbour } of PAIRS) {
      const w = weight[i] * shares[4 * i + a] * shares[4 * i + b];
      const at = ((first[i] + (a >> 1) * columns + (a & 1)) * 9 + neighbour) * 3;
      matrix[at] += w * xx;
      matrix[at + 1] += w * xy;
      matrix[at + 2] += w * yy;
    }
  }
  return matrix;
}

interface System {
  readonly net: Net;
  readonly matrix: Float32Array;
  /** What the points of a usual node weigh. */
  readonly usual: number;
}

/** The system's left side applied to `d`. */
function applied({ net, matrix, usual }: System, d: Field): Field {
  const { columns, rows } = net;
  const out = emptyField(net);
  for (let n = 0; n < columns * rows; n++) {
    let [x, y] = [0, 0];
    for (let k = 0; k < 9; k++) {
      const at = (n * 9 + k) * 3;
      if (matrix[at] === 0 && matrix[at + 2] === 0) continue;
      const other = n + (Math.floor(k / 3) - 1) * columns + (k % 3) - 1;
      x += matrix[at] * d[0][other] + matrix[at + 1] * d[1][other];
      y += matrix[at + 1] * d[0][other] + matrix[at + 2] * d[1][other];
    }
    out[0][n] = x;
    out[1][n] = y;
  }
  for (const axis of [0, 1]) {
    addStiffness(net, d[axis], out[axis], STIFF.bending * usual);
    for (let k = 0; k < out[axis].length; k++) out[axis][k] += STIFF.being * usual * d[axis][k];
  }
  return out;
}

const dot = (a: Field, b: Field): number => {
  let sum = 0;
  for (const axis of [0, 1]) for (let k = 0; k < a[axis].length; k++) sum += a[axis][k] * b[axis][k];
  return sum;
};

/** Conjugate gradients from zero. */
function solve(system: System, rhs: Field): Field {
  const x = emptyField(system.net);
  const r: Field = [rhs[0].slice(), rhs[1].slice()];
  const p: Field = [rhs[0].slice(), rhs[1].slice()];
  let energy = dot(r, r);
  const enough = energy * 1e-6;
  for (let step = 0; step < SOLVER_STEPS && energy > enough; step++) {
    const ap = applied(system, p);
    const alpha = energy / dot(p, ap);
    for (const axis of [0, 1]) {
      for (let k = 0; k < x[axis].length; k++) {
        x[axis][k] += alpha * p[axis][k];
        r[axis][k] -= alpha * ap[axis][k];
      }
    }
    const next = dot(r, r);
    for (const axis of [0, 1]) for (let k = 0; k < x[axis].length; k++) p[axis][k] = r[axis][k] + (next / energy) * p[axis][k];
    energy = next;
  }
  return x;
}

interface Bent extends Net {
  readonly output: Plane;
  readonly sampler: CubicSampler;
  readonly residual: Float32Array;
}

/** Output minus what the source predicts at every point under the displacement `d`; NaN outside the output. */
function measure(bent: Bent, alignment: Alignment, d: Field): void {
  const { points, output, sampler, residual } = bent;
  const [[a, c, e], [b, f, g]] = alignment.transform;
  for (let i = 0; i < residual.length; i++) {
    const x = a * points.x[i] + c * points.y[i] + e + valueAt(bent, d[0], i);
    const y = b * points.x[i] + f * points.y[i] + g + valueAt(bent, d[1], i);
    const inside = x >= 2 && y >= 2 && x <= output.width - 2 && y <= output.height - 2;
    residual[i] = inside ? sampler.at(output.data, x, y) - alignment.gain * points.value[i] - alignment.offset : Number.NaN;
  }
}

/** How much each point counts, by its residual. */
function weigh({ weight, residual }: Bent, gain: number): void {
  const limit = TUKEY * Math.max(LEAST_SCALE, quantileInPlace(sizesOf(residual), 0.5));
  for (let i = 0; i < weight.length; i++) {
    const size = Math.abs(residual[i]);
    weight[i] = size < limit ? (1 - (size / limit) ** 2) ** 2 * gain ** 2 : 0;
  }
}

/** One robust Gauss–Newton step of all nodes; adds it to `d`. */
function improve(bent: Bent, alignment: Alignment, d: Field): void {
  const { weight, residual, points } = bent;
  weigh(bent, alignment.gain);
  const rhs = emptyField(bent);
  let mass = 0;
  for (let i = 0; i < weight.length; i++) {
    if (weight[i] === 0) continue;
    mass += weight[i] * (points.gx[i] ** 2 + points.gy[i] ** 2);
    const pull = (-weight[i] * residual[i]) / alignment.gain;
    addAt(bent, rhs[0], i, pull * points.gx[i]);
    addAt(bent, rhs[1], i, pull * points.gy[i]);
  }
  const usual = mass / (2 * d[0].length) + 1e-6;
  for (const axis of [0, 1]) {
    const held = new Float32Array(d[axis].length);
    addStiffness(bent, d[axis], held, STIFF.bending * usual);
    for (let k = 0; k < held.length; k++) rhs[axis][k] -= held[k] + STIFF.being * usual * d[axis][k];
  }
  const step = solve({ net: bent, matrix: assemble(bent), usual }, rhs);
  for (const axis of [0, 1]) {
    for (let k = 0; k < d[axis].length; k++) d[axis][k] = Math.min(FARTHEST, Math.max(-FARTHEST, d[axis][k] + step[axis][k]));
  }
}

const bentOf = ({ source, output, points }: LevelPair): Bent => ({
  ...netOver(points, source),
  output,
  sampler: new CubicSampler({ width: output.width, height: output.height, channels: 1 }),
  residual: new Float32Array(points.x.length),
});

/**
 * Displacement, pixels, that two fifths of the cells between nodes ask for each by itself, after weights are set: tells in a millisecond
 * whether there is anything to bend.
 */
function asked(bent: Bent): number {
  const { columns, rows, first, weight, residual, points } = bent;
  const sums = new Float32Array(columns * rows * 5);
  for (let i = 0; i < weight.length; i++) {
    if (weight[i] === 0) continue;
    const [at, gx, gy] = [first[i] * 5, points.gx[i], points.gy[i]];
    sums[at] += weight[i] * gx * gx;
    sums[at + 1] += weight[i] * gx * gy;
    sums[at + 2] += weight[i] * gy * gy;
    sums[at + 3] += weight[i] * gx * residual[i];
    sums[at + 4] += weight[i] * gy * residual[i];
  }
  const sizes: number[] = [];
  for (let at = 0; at < sums.length; at += 5) {
    const [xx, xy, yy, x, y] = sums.subarray(at, at + 5);
    const det = xx * yy - xy * xy;
    if (det > 0.02 * (xx + yy) ** 2 && xx + yy > 400) sizes.push(Math.hypot(x * yy - y * xy, y * xx - x * xy) / det);
  }
  return quantileOf(sizes, 0.6);
}

const usualResidual = ({ residual }: Bent): number => quantileInPlace(sizesOf(residual), 0.4);

/** Improves `d` in rounds on one level; gives the usual residual before and after. */
function settle(bent: Bent, alignment: Alignment, d: Field): { readonly before: number; readonly after: number } {
  measure(bent, alignment, d);
  const before = usualResidual(bent);
  for (let round = 0; round < ROUNDS; round++) {
    improve(bent, alignment, d);
    measure(bent, alignment, d);
  }
  return { before, after: usualResidual(bent) };
}

/** Whether the affine map leaves nothing that a bend could mend. */
function isStraight(level: LevelPair, alignment: Alignment): boolean {
  const bent = bentOf(level);
  measure(bent, alignment, emptyField(bent));
  weigh(bent, alignment.gain);
  return asked(bent) < NEGLIGIBLE;
}

/** The alignment of one level in the pixels of another `times` as large. */
const enlarged = (alignment: Alignment, times: number): Alignment => ({
  ...alignment,
  transform: compose(scaling(times, times), compose(alignment.transform, scaling(1 / times, 1 / times))),
});

/**
 * What an affine map leaves: the smooth bend by which the output's parts were moved apart from each other, in pixels of the last of `levels`
 * (coarse to fine; `alignment` is of the last). `undefined` where there is none worth mending. A stiff net of nodes is pulled by
 * the anchor points' gradients (Tukey weights: a part changed on purpose has no say) and solved as a whole, about 50 ms.
 */
export function localBend(levels: readonly LevelPair[], alignment: Alignment): Bend | undefined {
  const finest = levels[levels.length - 1];
  if (levels[0].points.x.length < LEAST_POINTS) return undefined;
  if (isStraight(finest, alignment)) return undefined;
  let d: Field | undefined;
  let [size, share] = [levels[0].source.width, 1];
  for (const level of levels) {
    const bent = bentOf(level);
    const grown = level.source.width / size;
    d = d === undefined ? emptyField(bent) : [d[0].map((v) => v * grown), d[1].map((v) => v * grown)];
    size = level.source.width;
    const { before, after } = settle(bent, enlarged(alignment, size / finest.source.width), d);
    share *= after / Math.max(1e-6, before);
    if (usualSize(d) < (NEGLIGIBLE * size) / finest.source.width) return undefined;
  }
  if (d === undefined || share > WORTH) return undefined;
  const { columns, rows } = netOver(finest.points, finest.source);
  return refineBend({ columns, rows, dx: d[0], dy: d[1], width: size, height: finest.source.height }, FINER);
}

/** Displacement that a quarter of the nodes exceed. */
const usualSize = ([dx, dy]: Field): number =>
  quantileInPlace(
    dx.map((v, k) => Math.hypot(v, dy[k])),
    0.75,
  );
