import { distanceToMask } from "../../raster/distance.ts";
import type { Ground } from "./ground.ts";

/** How many discs are punched: half where they are nearest to the text, half where the background is busiest. */
const PROBES = 36;
const ENOUGH = 8;
const LARGEST = 8;
const SMALLEST = 2;
/** Probes stand as near to the text as the unlearnt rim allows, give or take this, pixels. */
const SLACK = 20;
/** Only this wide a band beside the unlearnt rim is judged, pixels: what lies further off need not go on behind the text. */
const BAND = 28;

/** Counts half at this distance from the unlearnt rim, pixels, where the error behind the text itself is to be told. */
const HALF_WEIGHT = 6;

/** A ground with holes whose truth is known. */
export interface Probes {
  readonly ground: Ground;
  /** 1 for the hole's pixels that are compared with the truth. */
  readonly judged: Uint8Array;
  /** How much each judged pixel says about what lies behind the text itself: all at the text's rim, ever less further off. */
  readonly nearness: Float32Array;
}

interface Spot {
  readonly at: number;
  readonly distance: number;
  readonly busy: number;
}

/** Mean absolute step along both axes of the spot: high on edges and on texture. */
function busyness({ pixels, width }: Ground, at: number, radius: number): number {
  let sum = 0;
  for (let k = -radius; k < radius; k++) {
    for (const [step, along] of [
      [1, k],
      [width, k * width],
    ]) {
      const [a, b] = [at + along, at + along + step];
      for (let c = 0; c < 3; c++) sum += Math.abs(pixels[a * 3 + c] - pixels[b * 3 + c]);
    }
  }
  return sum / radius;
}

function spotsFor(ground: Ground, radius: number): Spot[] {
  const { width, height, learn, distance } = ground;
  const room = distanceToMask({ width, height, data: learn.map((v) => 1 - v) });
  const step = Math.max(2, radius >> 1);
  const furthest = ground.guard + radius + 1 + SLACK;
  const spots: Spot[] = [];
  for (let y = radius + 2; y < height - radius - 2; y += step) {
    for (let x = radius + 2; x < width - radius - 2; x += step) {
      const at = y * width + x;
      if (room[at] > radius + 1 && distance[at] <= furthest) spots.push({ at, distance: distance[at], busy: busyness(ground, at, radius) });
    }
  }
  return spots;
}

/** Takes spots in order while they keep apart, until there are `limit`. */
function spread(spots: readonly Spot[], taken: Spot[], { width, apart, limit }: { width: number; apart: number; limit: number }): Spot[] {
  for (const spot of spots) {
    if (taken.length >= limit) break;
    const clear = taken.every(
      (t) => Math.hypot((t.at % width) - (spot.at % width), Math.floor(t.at / width) - Math.floor(spot.at / width)) >= apart,
    );
    if (clear) taken.push(spot);
  }
  return taken;
}

function choose(ground: Ground, radius: number): Spot[] {
  const spots = spotsFor(ground, radius);
  const rule = { width: ground.width, apart: 3 * radius + 2 };
  const near = spread(
    spots.toSorted((a, b) => a.distance - b.distance || a.at - b.at),
    [],
    { ...rule, limit: PROBES / 2 },
  );
  return spread(
    spots.toSorted((a, b) => b.busy - a.busy || a.at - b.at),
    near,
    { ...rule, limit: PROBES },
  );
}

/** The same ground with discs about `spots` turned into the hole. */
export function punched(ground: Ground, spots: readonly number[], radius: number): Probes {
  const { width, height } = ground;
  const centres = new Uint8Array(width * height);
  for (const at of spots) centres[at] = 1;
  const distance = distanceToMask({ width, height, data: centres }).map((d) => Math.max(0, d - radius));
  const hole = Uint8Array.from(distance, (d) => (d === 0 ? 1 : 0));
  const unknown = ground.unknown.map((u, i) => (u || hole[i] ? 1 : 0));
  const learn = ground.learn.map((v, i) => (v && !hole[i] ? 1 : 0));
  const judged = hole.map((v, i) => (v && ground.distance[i] <= ground.guard + BAND ? 1 : 0));
  const nearness = Float32Array.from(judged, (j, i) => (j ? 1 / (1 + ((ground.distance[i] - ground.guard) / HALF_WEIGHT) ** 2) : 0));
  return { ground: { ...ground, hole, unknown, learn, distance, reach: radius }, judged, nearness };
}

/**
 * The same ground with discs of known background next to the text turned into the hole, so that a fill can be
 * compared with the truth. `undefined` where the background leaves no room for it.
 */
export function punchProbes(ground: Ground): Probes | undefined {
  for (let radius = Math.min(LARGEST, Math.max(SMALLEST, Math.round(ground.reach / 2))); radius >= SMALLEST; radius = radius - 1) {
    const spots = choose(ground, radius);
    if (spots.length < ENOUGH && radius > SMALLEST) continue;
    if (spots.length === 0) return undefined;
    return punched(
      ground,
      spots.map(({ at }) => at),
      radius,
    );
  }
  return undefined;
}
