import type { Circle } from "./circle-seen.ts";
import { findCircles } from "./find-circles.ts";
import type { Ground } from "./ground.ts";
import { type Probes, punched } from "./probes.ts";
import { stepLayer } from "./step-layer.ts";

/** A ground without its round edges, and what they add to it. */
export interface Levelled {
  readonly ground: Ground;
  /** `[H, W, 3]`; laid on a fill of that ground it gives a fill of the whole. */
  readonly layer: Float32Array;
}

/** Every edge is measured so often, each time with the others taken off. */
const ROUNDS = 2;

/** The ground with the steps of round edges taken off it. */
function levelled(ground: Ground, circles: readonly Circle[]): Levelled | undefined {
  const layers: Float32Array[] = circles.map(() => new Float32Array(ground.pixels.length));
  const pixels = Float32Array.from(ground.pixels);
  let any = false;
  for (let round = 0; round < ROUNDS; round++) {
    circles.forEach((circle, k) => {
      for (let i = 0; i < pixels.length; i++) pixels[i] += layers[k][i];
      const layer = stepLayer({ ...ground, pixels }, circle);
      if (layer !== undefined) any = true;
      layers[k] = layer ?? new Float32Array(pixels.length);
      for (let i = 0; i < pixels.length; i++) pixels[i] -= layers[k][i];
    });
  }
  return any ? { ground: { ...ground, pixels }, layer: ground.pixels.map((v, i) => v - pixels[i]) } : undefined;
}

export const laidOn = (filled: Float32Array, { layer }: Levelled): Float32Array => filled.map((v, i) => v + layer[i]);

/** Discs of known ground on the round edges beside the hole: their radii, pixels, how many at most, how far from the unlearnt rim, and how many are proof. */
const PROBES = { least: 2, most: 8, limit: 24, slack: 32, enough: 3 } as const;

/** Places along the circles where a disc of known ground fits, those nearest to the hole first. */
function spotsAlong({ width, height, learn, distance, guard }: Ground, circles: readonly Circle[], radius: number): number[] {
  const isKnown = (x: number, y: number): boolean => x >= 0 && y >= 0 && x < width && y < height && learn[y * width + x] === 1;
  const around = Array.from({ length: 8 }, (_, k) => [Math.cos((k * Math.PI) / 4), Math.sin((k * Math.PI) / 4)] as const);
  const found: number[] = [];
  for (const { cx, cy, r } of circles) {
    const steps = Math.ceil((2 * Math.PI * r) / radius);
    for (let k = 0; k < steps; k++) {
      const [x, y] = [Math.round(cx + r * Math.cos((2 * Math.PI * k) / steps)), Math.round(cy + r * Math.sin((2 * Math.PI * k) / steps))];
      if (!isKnown(x, y) || distance[y * width + x] > guard + radius + PROBES.slack) continue;
      if (around.every(([u, v]) => isKnown(Math.round(x + u * (radius + 1)), Math.round(y + v * (radius + 1))))) found.push(y * width + x);
    }
  }
  const apart = 3 * radius + 2;
  const taken: number[] = [];
  for (const at of found.sort((a, b) => distance[a] - distance[b] || a - b)) {
    const far = (other: number) => Math.hypot((at % width) - (other % width), Math.floor(at / width) - Math.floor(other / width)) >= apart;
    if (taken.length < PROBES.limit && taken.every(far)) taken.push(at);
  }
  return taken;
}

function probesAlong(ground: Ground, circles: readonly Circle[]): Probes | undefined {
  for (let radius = Math.min(PROBES.most, Math.max(PROBES.least, Math.round(ground.reach / 2))); radius >= PROBES.least; radius--) {
    const spots = spotsAlong(ground, circles, radius);
    if (spots.length >= PROBES.enough) return punched(ground, spots, radius);
  }
  return undefined;
}

/** With its round edges taken off, a ground must be foreseen on them so much better than with them, and to so many levels, noise apart. */
const CLEARLY = { better: 0.75, error: 6 } as const;

/**
 * The ground without the round edges that run under the hole, where known pixels on them prove it: discs of them, punched out, come back clearly better so
 * than by any of the `fills` of the ground as it is. `undefined` where there are none.
 */
export function withoutRoundEdges(
  ground: Ground,
  {
    noise,
    fills,
    error,
  }: { noise: number; fills: readonly ((ground: Ground) => Float32Array)[]; error: (probes: Probes, filled: Float32Array) => number },
): Levelled | undefined {
  const circles = findCircles(ground, noise);
  const probes = circles.length === 0 ? undefined : probesAlong(ground, circles);
  const level = probes && levelled(probes.ground, circles);
  if (probes === undefined || level === undefined) return undefined;
  const beyondNoise = (filled: Float32Array): number => Math.sqrt(Math.max(0, error(probes, filled) ** 2 - noise ** 2) + 0.25);
  const plain = Math.min(...fills.map((fill) => beyondNoise(fill(probes.ground))));
  const round = Math.min(...fills.map((fill) => beyondNoise(laidOn(fill(level.ground), level))));
  return round < CLEARLY.error && round < plain * CLEARLY.better ? levelled(ground, circles) : undefined;
}
