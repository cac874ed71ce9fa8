import { distanceToMask } from "../../raster/distance.ts";
import type { Ground } from "./ground.ts";
import { grainOf, type Orientation, orientationOf } from "./orientation.ts";

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

/** Unlearnt pixels this near the hole are filled with it, so that patches can start from them. */
const RIM = 11;

interface End {
  readonly colour: Float64Array;
  /** Pixels to the line's start, 0 = met nothing. */
  distance: number;
  /** 0–1: an edge runs along the line here. */
  edge: number;
}

const newEnd = (): End => ({ colour: new Float64Array(3), distance: 0, edge: 0 });

interface Step {
  readonly dx: number;
  readonly dy: number;
}

interface Scene {
  readonly ground: Ground;
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

/** Gives a walk from (x, y) along (dx, dy) to the first background, which reads into `end` what is there. */
function walker({ ground, orientation, samplable, leap }: Scene): (from: { x: number; y: number }, step: Step, end: End) => void {
  const { width, height, pixels } = ground;
  const { strength, alongX, alongY } = orientation;
  const down = width * 3;
  const read = (at: number, x: number, y: number, end: End): void => {
    const tx = x - (x | 0);
    const ty = y - (y | 0);
    for (let c = 0; c < 3; c++) {
      const i = at * 3 + c;
      const top = pixels[i] * (1 - tx) + pixels[i + 3] * tx;
      end.colour[c] = top * (1 - ty) + (pixels[i + down] * (1 - tx) + pixels[i + down + 3] * tx) * ty;
    }
  };
  return (from, { dx, dy }, end) => {
    end.distance = 0;
    let k = 1;
    for (;;) {
      const x = from.x + k * dx;
      const y = from.y + k * dy;
      if (!(x >= 0 && y >= 0 && x < width - 1 && y < height - 1)) return;
      const at = (y | 0) * width + (x | 0);
      if (samplable[at] === 1) {
        read(at, x, y, end);
        const nearest = at + (x - (x | 0) > 0.5 ? 1 : 0) + (y - (y | 0) > 0.5 ? width : 0);
        const along = alongX[nearest] * dx + alongY[nearest] * dy;
        end.edge = strength[nearest] < 0.02 ? 0 : strength[nearest] * (along * along) ** SHARPNESS;
        end.distance = k;
        return;
      }
      // The position lies up to √2 off the corner its distance was measured at.
      k += leap[at] > 2.5 ? leap[at] - 1.5 : 1;
    }
  };
}

interface Way {
  readonly length: number;
  /** How far apart the ground makes of a pixel along this line, against one across its grain. */
  readonly stretch: number;
}

const beliefIn = (edge: number, { length, stretch }: Way): number => (edge + PLAIN / (length * stretch * stretch)) / length;

/** How much the line between two ends is to be believed. */
function trust(a: End, b: End, stretch: number): number {
  if (a.distance === 0 && b.distance === 0) return 0;
  if (a.distance === 0 || b.distance === 0) {
    const only = a.distance === 0 ? b : a;
    return ONE_SIDED * beliefIn(only.edge, { length: 2 * only.distance, stretch });
  }
  let squared = 0;
  for (let c = 0; c < 3; c++) squared += (a.colour[c] - b.colour[c]) ** 2;
  const similar = Math.exp(-squared / 3 / (2 * SIMILAR * SIMILAR)) + 1e-5;
  return similar * beliefIn(Math.sqrt(a.edge * b.edge), { length: a.distance + b.distance, stretch });
}

interface Line {
  readonly ahead: Step;
  readonly back: Step;
  readonly stretch: number;
}

type Scratch = readonly [End, End, Float64Array];

/** Colour of one hole pixel: lines through it in every direction, each interpolated between its two ends. */
function mixLines(
  walk: ReturnType<typeof walker>,
  from: { x: number; y: number },
  { lines, scratch }: { lines: readonly Line[]; scratch: Scratch },
): void {
  const [a, b, sum] = scratch;
  let total = 0;
  sum.fill(0);
  for (const { ahead, back, stretch } of lines) {
    walk(from, ahead, a);
    walk(from, back, b);
    const weight = trust(a, b, stretch);
    if (weight === 0) continue;
    const share = a.distance === 0 ? 1 : b.distance === 0 ? 0 : a.distance / (a.distance + b.distance);
    for (let c = 0; c < 3; c++) sum[c] += weight * (a.colour[c] * (1 - share) + b.colour[c] * share);
    total += weight;
  }
  for (let c = 0; c < 3; c++) sum[c] = total > 0 ? sum[c] / total : 0;
}

/**
 * Fills the hole by straight lines between known ends, trusting those that run along an edge at both
 * ends (after Masnou & Morel 1998, who join level lines across the gap). Panel borders, stripes and rules go on straight and
 * sharp behind the text; gradients come out linear. A new `[H, W, 3]`; O(hole pixels · directions · hole thickness).
 */
export function edgeFill(ground: Ground): Float32Array {
  const orientation = orientationOf(ground);
  const grain = grainOf(ground);
  const angles = Array.from({ length: DIRECTIONS }, (_, k) => (k * Math.PI) / DIRECTIONS).concat(orientation.dominant);
  const lines = angles.map((angle) => {
    const [dx, dy] = [Math.cos(angle), Math.sin(angle)];
    return { ahead: { dx, dy }, back: { dx: -dx, dy: -dy }, stretch: grain.at(angle) };
  });
  const ready = samplable(ground);
  const leap = distanceToMask({ width: ground.width, height: ground.height, data: ready });
  const walk = walker({ ground, orientation, samplable: ready, leap });
  const scratch: Scratch = [newEnd(), newEnd(), new Float64Array(3)];
  const out = Float32Array.from(ground.pixels);
  for (let pixel = 0; pixel < ground.hole.length; pixel++) {
    if (ground.learn[pixel] || ground.distance[pixel] > RIM) continue;
    mixLines(walk, { x: pixel % ground.width, y: Math.floor(pixel / ground.width) }, { lines, scratch });
    out.set(scratch[2], pixel * 3);
  }
  return out;
}
