import type { Affine } from "../../../protocol/geometry.ts";
import type { Plane } from "../../raster/raster.ts";
import type { AnchorPoints } from "./anchor-points.ts";
import { CubicSampler } from "./bicubic.ts";
import { quantileInPlace } from "./median.ts";
import { solveNormal } from "./solve-normal.ts";

/** Six motion parameters (pixels at the picture's edge), gain and offset. */
const N = 8;
/** Tukey's constant over the scale of the residuals: beyond it a point has no say. */
const TUKEY = 4.685 * 1.4826;
/** Residuals below this many levels are noise however quiet the rest is. */
const LEAST_SCALE = 0.7;

/** Alignment of one pyramid level: `transform` takes source pixels of that level to output pixels of that level. */
export interface Alignment {
  readonly transform: Affine;
  readonly gain: number;
  readonly offset: number;
  /** Share of the anchor points that agree after alignment, 0–1; 0 where there was nothing to hold on to. */
  readonly agreement: number;
}

interface Work {
  readonly points: AnchorPoints;
  readonly output: Plane;
  readonly sampler: CubicSampler;
  readonly residual: Float32Array;
  /** Centre and half diagonal: coordinates are normalised by them, which keeps the system well conditioned. */
  readonly cx: number;
  readonly cy: number;
  readonly reach: number;
}

/** [e, a, c, f, b, d, gain, offset] with the linear part as displacement at `reach`. */
type Params = Float64Array;

function paramsOf({ transform: [[a, c, e], [b, d, f]], gain, offset }: Alignment, { cx, cy, reach }: Work): Params {
  const at = { x: a * cx + c * cy + e - cx, y: b * cx + d * cy + f - cy };
  return Float64Array.of(at.x, (a - 1) * reach, c * reach, at.y, b * reach, (d - 1) * reach, gain, offset);
}

function transformOf(p: Params, { cx, cy, reach }: Work): Affine {
  const [a, c, b, d] = [1 + p[1] / reach, p[2] / reach, p[4] / reach, 1 + p[5] / reach];
  return [
    [a, c, p[0] + cx - a * cx - c * cy],
    [b, d, p[3] + cy - b * cx - d * cy],
  ];
}

/** Output minus what the source predicts, at every point; NaN outside the output. */
function measure(work: Work, p: Params): void {
  const { points, output, sampler, residual } = work;
  const [[a, c, e], [b, d, f]] = transformOf(p, work);
  for (let i = 0; i < residual.length; i++) {
    const x = a * points.x[i] + c * points.y[i] + e;
    const y = b * points.x[i] + d * points.y[i] + f;
    const inside = x >= 2 && y >= 2 && x <= output.width - 2 && y <= output.height - 2;
    residual[i] = inside ? sampler.at(output.data, x, y) - p[6] * points.value[i] - p[7] : Number.NaN;
  }
}

/** Sizes of the known residuals, a copy. */
export function sizesOf(residual: Float32Array): Float32Array {
  const out = new Float32Array(residual.length);
  let n = 0;
  for (let i = 0; i < residual.length; i++) if (!Number.isNaN(residual[i])) out[n++] = Math.abs(residual[i]);
  return out.subarray(0, n);
}

/** Cut-off of the robust weight from the residuals themselves. */
function cutOff(residual: Float32Array): number {
  return TUKEY * Math.max(LEAST_SCALE, quantileInPlace(sizesOf(residual), 0.5));
}

function tukey(r: number, limit: number): number {
  if (!(Math.abs(r) < limit)) return 0;
  const t = 1 - (r / limit) ** 2;
  return t * t;
}

/** One Gauss-Newton step on the agreeing points, on the source's gradients; returns how far it moved the edge of the picture, pixels. */
function step(work: Work, p: Params): number | undefined {
  measure(work, p);
  const { points, residual, cx, cy, reach } = work;
  const limit = cutOff(residual);
  const [a, rhs, j] = [new Float64Array(N * N), new Float64Array(N), new Float64Array(N)];
  for (let i = 0; i < residual.length; i++) {
    const w = tukey(residual[i], limit);
    if (w === 0) continue;
    const [u, v] = [(points.x[i] - cx) / reach, (points.y[i] - cy) / reach];
    const [gx, gy] = [p[6] * points.gx[i], p[6] * points.gy[i]];
    j[0] = gx;
    j[1] = gx * u;
    j[2] = gx * v;
    j[3] = gy;
    j[4] = gy * u;
    j[5] = gy * v;
    j[6] = -points.value[i];
    j[7] = -1;
    for (let r = 0; r < N; r++) {
      rhs[r] -= w * j[r] * residual[i];
      for (let k = r; k < N; k++) a[r * N + k] += w * j[r] * j[k];
    }
  }
  for (let r = 0; r < N; r++) {
    for (let k = 0; k < r; k++) a[r * N + k] = a[k * N + r];
    a[r * N + r] = a[r * N + r] * (1 + 1e-6) + 1e-3;
  }
  const delta = solveNormal(a, rhs);
  if (delta === undefined) return undefined;
  for (let r = 0; r < N; r++) p[r] += delta[r];
  return Math.max(...delta.subarray(0, 6).map(Math.abs));
}

function workFor({ source, output, points }: LevelPair): Work {
  return {
    points,
    output,
    sampler: new CubicSampler({ width: output.width, height: output.height, channels: 1 }),
    residual: new Float32Array(points.x.length),
    cx: source.width / 2,
    cy: source.height / 2,
    reach: Math.hypot(source.width, source.height) / 2,
  };
}

function agreementOf(work: Work, p: Params): number {
  measure(work, p);
  const limit = Math.min(cutOff(work.residual), 24);
  let agreeing = 0;
  for (const r of work.residual) if (Math.abs(r) < limit / 2) agreeing++;
  return work.residual.length === 0 ? 0 : agreeing / work.residual.length;
}

/** One pyramid level: planes of one size, lightly blurred, and the source's anchor points. */
export interface LevelPair {
  readonly source: Plane;
  readonly output: Plane;
  readonly points: AnchorPoints;
}

/**
 * Refines `start` on one level by robust Lucas–Kanade alignment (Tukey weights, so that a part changed on purpose has no say).
 * Returns `start` where the picture has too little structure or the steps run away.
 */
export function alignLevel(level: LevelPair, { start, rounds }: { start: Alignment; rounds: number }): Alignment {
  const work = workFor(level);
  if (work.points.x.length < 4 * N) return { ...start, agreement: 0 };
  const p = paramsOf(start, work);
  for (let round = 0; round < rounds; round++) {
    const moved = step(work, p);
    if (moved === undefined || p[6] < 0.3 || p[6] > 3 || moved > work.reach / 2)
      return { ...start, agreement: agreementOf(work, paramsOf(start, work)) };
    if (moved < 0.002) break;
  }
  return { transform: transformOf(p, work), gain: p[6], offset: p[7], agreement: agreementOf(work, p) };
}
