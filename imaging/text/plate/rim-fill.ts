import { quantile } from "../../raster/statistics.ts";
import type { Ground } from "./ground.ts";
import { membrane } from "./membrane.ts";

/** Pixels this near the hole, which covers the letters' antialiasing, show what they stand on even on the tightest label. */
const RIM = 1.5;
/** Half the window in which the middle value stands for a rim pixel, pixels: stray ringing is a minority in it. */
const WINDOW = 2;
/** The same around which a thing that only touches the letters is a minority, and how far from the middle value there it stands, 0–255. */
const WIDE = 9;
const STRANGE = 40;
/** Share of the rim that is most of it. */
const MOST = 0.8;

export interface RimFill {
  /** `[H, W, 3]`, 0–255, meant for the hole. */
  readonly filled: Float32Array;
  /** How far from calm what it was learnt from is, 0–255: the distance that most of the rim's pixels keep to what is usual around them, or a label's RMS distance to its surface. */
  readonly restless: number;
}

interface Rim {
  readonly rim: Uint8Array;
  /** Half the window, pixels. */
  readonly window: number;
}

/** Middle value of each channel over the rim pixels around one. */
function usualAt({ width, height, pixels }: Ground, { rim, window }: Rim, i: number): readonly [number, number, number] {
  const [x, y] = [i % width, Math.floor(i / width)];
  const near: number[] = [];
  for (let v = Math.max(0, y - window); v <= Math.min(height - 1, y + window); v++) {
    for (let u = Math.max(0, x - window); u <= Math.min(width - 1, x + window); u++) if (rim[v * width + u]) near.push(v * width + u);
  }
  const middle = (c: number): number => near.map((j) => pixels[j * 3 + c]).sort((a, b) => a - b)[near.length >> 1];
  return [middle(0), middle(1), middle(2)];
}

/**
 * The ground spread from the very rim of the hole, as a film held by it: right where letters stand on a label or button too tight for the usual
 * guard, which then shows only what lies beyond the label's edge. What touches the hole in a few places, as that edge may, does not hold it.
 * `undefined` where there is no rim.
 */
export function rimFill(ground: Ground): RimFill | undefined {
  const { width, height, unknown, distance, pixels } = ground;
  const rim = unknown.map((u, i) => (u === 0 && distance[i] <= RIM ? 1 : 0));
  const values = Float32Array.from(pixels);
  const off: number[] = [];
  for (let i = 0; i < rim.length; i++) {
    if (!rim[i]) continue;
    const usual = usualAt(ground, { rim, window: WINDOW }, i);
    const around = usualAt(ground, { rim, window: WIDE }, i);
    const isStrange = usual.some((u, c) => Math.abs(u - around[c]) > STRANGE);
    off.push(Math.max(...usual.map((u, c) => Math.abs(pixels[i * 3 + c] - u))));
    values.set(isStrange ? around : usual, i * 3);
  }
  if (off.length === 0) return undefined;
  const open = unknown.map((u, i) => (u === 1 && distance[i] <= 2 * RIM ? 1 : 0));
  const film = membrane({ width, height, values, unknown: open });
  return { filled: film, restless: quantile(off, MOST) };
}
