import type { Plane } from "../../raster/raster.ts";
import type { LineFrame } from "../frame.ts";

/** Angles tried about the box's own, radians, and the gain from which another is believed. */
const STEP = Math.PI / 360;
const STEPS = 7;
const GAIN = 1.04;
const SAMPLES = 5000;

interface Inked {
  readonly x: readonly number[];
  readonly y: readonly number[];
}

function inked({ width, data }: Plane): Inked {
  const all: number[] = [];
  for (let i = 0; i < data.length; i++) if (data[i] > 0.5) all.push(i);
  const step = Math.max(1, all.length / SAMPLES);
  const picked = Array.from({ length: Math.min(all.length, SAMPLES) }, (_, k) => all[Math.floor(k * step)]);
  return { x: picked.map((i) => (i % width) + 0.5), y: picked.map((i) => Math.floor(i / width) + 0.5) };
}

/** How sharply the ink gathers in rows of that direction: sum of the squares of its profile across the line. */
function sharpness({ x, y }: Inked, angle: number, rows: number): number {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const profile = new Float64Array(2 * rows + 2);
  for (let i = 0; i < x.length; i++) {
    const at = Math.max(0, Math.min(2 * rows, y[i] * cos - x[i] * sin + rows));
    const k = Math.floor(at);
    profile[k] += 1 - (at - k);
    profile[k + 1] += at - k;
  }
  return profile.reduce((sum, p) => sum + p * p, 0);
}

/**
 * The frame turned to where the ink's rows are sharpest: boxes of short words and of letters with long tails lean by a few
 * degrees. The same frame where no other angle is clearly better; level wins where it is as good.
 */
export function levelledFrame(shape: Plane, frame: LineFrame): LineFrame {
  if (frame.vertical) return frame;
  const ink = inked(shape);
  const rows = Math.ceil(Math.hypot(shape.width, shape.height));
  const scoreOf = (angle: number) => sharpness(ink, angle, rows);
  const own = scoreOf(frame.angle);
  const near = Array.from({ length: 2 * STEPS + 1 }, (_, k) => frame.angle + (k - STEPS) * STEP);
  let best = { angle: frame.angle, score: own };
  for (const angle of near) {
    const score = scoreOf(angle);
    if (score > best.score) best = { angle, score };
  }
  const canBeLevel = Math.abs(frame.angle) < STEPS * STEP && frame.angle !== 0;
  if (canBeLevel && scoreOf(0) > Math.max(own, 0.97 * best.score)) return turned(frame, 0);
  return best.score > GAIN * own ? turned(frame, best.angle) : frame;
}

function turned(frame: LineFrame, angle: number): LineFrame {
  const { width, height, cx, cy } = frame;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const u = new Float32Array(width * height);
  const v = new Float32Array(width * height);
  for (let i = 0; i < u.length; i++) {
    const [dx, dy] = [(i % width) + 0.5 - cx, Math.floor(i / width) + 0.5 - cy];
    u[i] = dx * cos + dy * sin;
    v[i] = -dx * sin + dy * cos;
  }
  return { ...frame, angle, u, v };
}
