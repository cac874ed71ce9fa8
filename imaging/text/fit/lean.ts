import { createPlane, type Plane } from "../../raster/raster.ts";
import { planeAt } from "../../raster/resample.ts";
import type { LineFrame } from "../frame.ts";
import type { Setting } from "../setting.ts";

/** Leans tried, radians to the right, and how much sharper than upright the stems must be for letters to be believed to lean. */
const STEP = 0.035;
const STEPS = 10;
const GAIN = 1.06;
const SAMPLES = 6000;
/** Lean below which letters count as upright. */
const UPRIGHT = 0.06;

/** How sharply the ink gathers in columns that lean so: sum of the squares of its profile along the line. */
function sharpness(ink: readonly { readonly u: number; readonly v: number }[], lean: number, reach: number): number {
  const profile = new Float64Array(2 * reach + 2);
  const slope = Math.tan(lean);
  for (const { u, v } of ink) {
    const at = Math.max(0, Math.min(2 * reach, u + slope * v + reach));
    const k = Math.floor(at);
    profile[k] += 1 - (at - k);
    profile[k + 1] += at - k;
  }
  return profile.reduce((sum, p) => sum + p * p, 0);
}

/**
 * How far the letters of a line lean to the right, radians, told by where their stems are sharpest; 0 where they stand upright or nothing
 * tells. Italics lean so too. ~2 ms.
 */
export function leanOf(shape: Plane, frame: LineFrame): number {
  if (frame.vertical) return 0;
  const all: number[] = [];
  for (let i = 0; i < shape.data.length; i++) if (shape.data[i] > 0.5) all.push(i);
  const step = Math.max(1, all.length / SAMPLES);
  const { cx, cy, angle } = frame;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const ink = Array.from({ length: Math.min(all.length, SAMPLES) }, (_, k) => {
    const i = all[Math.floor(k * step)];
    const [dx, dy] = [(i % shape.width) + 0.5 - cx, Math.floor(i / shape.width) + 0.5 - cy];
    return { u: dx * cos + dy * sin, v: -dx * sin + dy * cos };
  });
  const reach = Math.ceil(Math.hypot(shape.width, shape.height));
  const upright = sharpness(ink, 0, reach);
  let best = { lean: 0, score: upright * GAIN };
  for (let k = -STEPS; k <= STEPS; k++) {
    const score = sharpness(ink, k * STEP, reach);
    if (score > best.score) best = { lean: k * STEP, score };
  }
  if (best.lean === 0) return 0;
  const [before, after] = [best.lean - STEP, best.lean + STEP].map((lean) => sharpness(ink, lean, reach));
  const bend = before - 2 * best.score + after;
  const lean = best.lean + (bend < 0 ? Math.max(-0.5, Math.min(0.5, (before - after) / (2 * bend))) * STEP : 0);
  return Math.abs(lean) < UPRIGHT ? 0 : lean;
}

/** The shape with its letters set upright about the frame's middle line, bilinear; places along that line stay. */
export function uprighted(shape: Plane, frame: LineFrame, lean: number): Plane {
  const { width, height } = shape;
  const out = createPlane(width, height);
  const [cos, sin] = [Math.cos(frame.angle), Math.sin(frame.angle)];
  const slope = Math.tan(lean);
  for (let i = 0; i < out.data.length; i++) {
    const [x, y] = [i % width, Math.floor(i / width)];
    const across = -(x + 0.5 - frame.cx) * sin + (y + 0.5 - frame.cy) * cos;
    out.data[i] = planeAt(shape, x - slope * across * cos, y - slope * across * sin);
  }
  return out;
}

/** What was set on the uprighted shape, leaning as the letters do. */
export function leaned(setting: Setting, frame: LineFrame, lean: number): Setting {
  const [cos, sin] = [Math.cos(frame.angle), Math.sin(frame.angle)];
  const across = -(setting.x - frame.cx) * sin + (setting.y - frame.cy) * cos;
  const back = -Math.tan(lean) * across;
  return { ...setting, slant: setting.slant + lean, x: setting.x + back * cos, y: setting.y + back * sin };
}
