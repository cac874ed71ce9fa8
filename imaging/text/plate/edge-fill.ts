import { distanceToMask } from "../../raster/distance.ts";
import type { Ground } from "./ground.ts";
import { type Orientation, orientationOf } from "./orientation.ts";

/** Evenly spread directions, beside the dominant ones. */
const DIRECTIONS = 32;
/** Weight of a line that follows no edge, falling with the square of its length; one that does counts 1 and falls with the length. */
const PLAIN = 0.01;
/** Exponent of cos² between line and edge: half weight at about 4°. */
const SHARPNESS = 140;
/** Difference of a line's two ends, 0–255, at which it is probably not one thing. */
const SIMILAR = 10;
/** Weight of a line that meets the background on one side only. */
const ONE_SIDED = 0.02;

interface End {
  readonly colour: Float64Array;
  /** Pixels to the line's start, 0 = met nothing. */
  distance: number;
  /** 0–1: an edge runs along the line here. */
  edge: number;
}

const newEnd = (): End => ({ colour: new Float64Array(3), distance: 0, edge: 0 });

interface Scene {
  readonly ground: Ground;
  readonly field: Float32Array;
  readonly orientation: Orientation;
  /** 1 where all four pixels of a bilinear sample are learnable. */
  readonly samplable: Uint8Array;
  /** Pixels to the nearest samplable one: as far as a walk may leap without missing any. */
  readonly leap: Float32Array;
}

function samplable({ width, height, learn }: Ground): Uint8Array {
  const out = new Uint8Array(width * height);
  for (let y = 0; y < height - 1; y++) {
    for (let at = y * width; at < y * width + width - 1; at++) {
      out[at] = learn[at] && learn[at + 1] && learn[at + width] && learn[at + width + 1] ? 1 : 0;
    }
  }
  return out;
}

/** Walks from (x, y) along (dx, dy) to the first background and reads what is there. */
function walk(scene: Scene, from: { x: number; y: number }, step: { dx: number; dy: number }, end: End): void {
  const { width, height } = scene.ground;
  end.distance = 0;
  for (let k = 1; ; ) {
    const x = from.x + k * step.dx;
    const y = from.y + k * step.dy;
    if (x < 0 || y < 0 || x >= width - 1 || y >= height - 1) return;
    const at = (y | 0) * width + (x | 0);
    if (!scene.samplable[at]) {
      // The position lies up to √2 off its pixel's corner.
      k += Math.max(1, Math.floor(scene.leap[at] - 1.5));
      continue;
    }
    read(scene, { at, tx: x - (x | 0), ty: y - (y | 0) }, end.colour);
    const nearest = at + (x - (x | 0) > 0.5 ? 1 : 0) + (y - (y | 0) > 0.5 ? width : 0);
    const { strength, alongX, alongY } = scene.orientation;
    const along = alongX[nearest] * step.dx + alongY[nearest] * step.dy;
    end.edge = strength[nearest] * (along * along) ** SHARPNESS;
    end.distance = k;
    return;
  }
}

function read({ field, ground }: Scene, { at, tx, ty }: { at: number; tx: number; ty: number }, colour: Float64Array): void {
  const down = ground.width * 3;
  for (let c = 0; c < 3; c++) {
    const i = at * 3 + c;
    const top = field[i] * (1 - tx) + field[i + 3] * tx;
    colour[c] = top * (1 - ty) + (field[i + down] * (1 - tx) + field[i + down + 3] * tx) * ty;
  }
}

const beliefIn = (edge: number, length: number): number => (edge + PLAIN / length) / length;

/** How much the line between two ends is to be believed. */
function trust(a: End, b: End): number {
  if (a.distance === 0 && b.distance === 0) return 0;
  if (a.distance === 0 || b.distance === 0) {
    const only = a.distance === 0 ? b : a;
    return ONE_SIDED * beliefIn(only.edge, 2 * only.distance);
  }
  let squared = 0;
  for (let c = 0; c < 3; c++) squared += (a.colour[c] - b.colour[c]) ** 2;
  const similar = Math.exp(-squared / 3 / (2 * SIMILAR * SIMILAR)) + 1e-5;
  return similar * beliefIn(Math.sqrt(a.edge * b.edge), a.distance + b.distance);
}

/** Colour of one hole pixel: lines through it in every direction, each interpolated between its two ends. */
function colourAt(
  scene: Scene,
  pixel: number,
  steps: readonly { dx: number; dy: number }[],
  [a, b, sum]: readonly [End, End, Float64Array],
): void {
  const from = { x: pixel % scene.ground.width, y: Math.floor(pixel / scene.ground.width) };
  let total = 0;
  sum.fill(0);
  for (const step of steps) {
    walk(scene, from, step, a);
    walk(scene, from, { dx: -step.dx, dy: -step.dy }, b);
    const weight = trust(a, b);
    if (weight === 0) continue;
    const share = a.distance === 0 ? 1 : b.distance === 0 ? 0 : a.distance / (a.distance + b.distance);
    for (let c = 0; c < 3; c++) sum[c] += weight * (a.colour[c] * (1 - share) + b.colour[c] * share);
    total += weight;
  }
  for (let c = 0; c < 3; c++) sum[c] = total > 0 ? sum[c] / total : 0;
}

/**
 * Fills the hole of a `[H, W, 3]` field by straight lines between known ends, trusting those that run along an edge at both
 * ends (after Masnou & Morel 1998, who join level lines across the gap). Panel borders, stripes and rules go on straight and
 * sharp behind the text; gradients come out linear. A new field; O(hole pixels · directions · hole thickness).
 */
export function edgeFill(ground: Ground, field: Float32Array): Float32Array {
  const orientation = orientationOf(ground, field);
  const angles = Array.from({ length: DIRECTIONS }, (_, k) => (k * Math.PI) / DIRECTIONS).concat(orientation.dominant);
  const steps = angles.map((angle) => ({ dx: Math.cos(angle), dy: Math.sin(angle) }));
  const ready = samplable(ground);
  const leap = distanceToMask({ width: ground.width, height: ground.height, data: ready });
  const scene: Scene = { ground, field, orientation, samplable: ready, leap };
  const scratch = [newEnd(), newEnd(), new Float64Array(3)] as const;
  const out = Float32Array.from(field);
  for (let pixel = 0; pixel < ground.hole.length; pixel++) {
    if (!ground.hole[pixel]) continue;
    colourAt(scene, pixel, steps, scratch);
    out.set(scratch[2], pixel * 3);
  }
  return out;
}
