import { mulberry32 } from "../../raster/random.ts";
import type { Ground } from "./ground.ts";
import { weightedBlur } from "./smooth-fill.ts";

/** How coarse a grain is. */
export interface Coarseness {
  /** Grain is lifted and laid in squares of this side, half overlapping. */
  readonly block: number;
  /** What is smoother than this Gaussian σ, pixels, counts as picture, not as grain. */
  readonly sigma: number;
}

/** Film and JPEG grain correlate over fewer pixels. */
const FINE: Coarseness = { block: 12, sigma: 2 };
/** Stone, plaster, paper and grain of pictures that were enlarged. */
export const COARSE: Coarseness = { block: 28, sigma: 5 };

/** Blocks with more residual than this many times the lower quartile hold edges, not grain. */
const BUSY = 1.5;
/** A block of grain alone keeps its residual under this many times what noise of the ground's own strength leaves. */
const GRAIN_ONLY = 2;
/** Where all blocks hold edges, this share of them, the plainest, must do. */
const PLAINEST = 0.04;
/** Grain is lifted from this near the text, pixels, as far as there is enough of it. */
const NEAR = 32;

/** Top-left corners of the blocks that lie wholly in learnable background. */
function sourceBlocks({ width, height, learn }: Ground, block: number): number[] {
  const run = new Uint16Array(width * height);
  const out: number[] = [];
  for (let y = height - 1; y >= 0; y--) {
    for (let x = width - 1; x >= 0; x--) {
      // Side of the largest learnable square whose top-left corner is here.
      const at = y * width + x;
      if (!learn[at]) continue;
      const inner = x + 1 < width && y + 1 < height;
      run[at] = inner ? 1 + Math.min(run[at + 1], run[at + width], run[at + width + 1]) : 1;
      if (run[at] >= block) out.push(at);
    }
  }
  return out;
}

/** Of a block every second pixel along both sides is asked, so many in all. */
const STEP = 2;

/** Sum of squared residuals of the block at `at`, over the pixels asked: one edge pixel outweighs much grain. */
function residualOf({ ground, base, block }: Pick<Canvas, "ground" | "base" | "block">, at: number): number {
  let sum = 0;
  for (let j = 0; j < block; j += STEP) {
    for (let i = 0; i < block; i += STEP) {
      const pixel = (at + j * ground.width + i) * 3 + 1;
      sum += (ground.pixels[pixel] - base[pixel]) ** 2;
    }
  }
  return sum;
}

/**
 * The plainest near blocks: those without edges in them. Where most of the surroundings are things rather than ground, what is
 * usual there holds edges too, and laid at random they look like scribble: the ground's own noise says what grain is.
 */
function plainBlocks(canvas: Pick<Canvas, "ground" | "base" | "block">, sigma: number): number[] {
  const all = sourceBlocks(canvas.ground, canvas.block);
  const asked = Math.ceil(canvas.block / STEP) ** 2;
  const near = all.filter((at) => canvas.ground.distance[at] <= NEAR);
  const blocks = near.length > 0 ? near : all;
  const residuals = blocks.map((at) => residualOf(canvas, at));
  const sorted = residuals.toSorted((a, b) => a - b);
  const grain = Math.max(GRAIN_ONLY * asked * sigma ** 2, sorted[Math.floor(sorted.length * PLAINEST)]);
  const limit = Math.min(BUSY * sorted[sorted.length >> 2], grain);
  return blocks.filter((_, i) => residuals[i] <= limit);
}

/** Raised-cosine weight of a position inside a block. */
const windowAt = (i: number, block: number): number => Math.sin(((i + 0.5) / block) * Math.PI);

/** What is laid: the grain's σ, 0–255, and how coarse it is. */
interface Laid {
  readonly seed: number;
  readonly sigma: number;
  readonly coarseness?: Coarseness;
}

/**
 * Adds grain to a smooth fill: squares of the neighbours' own residual, laid at random with weights that keep the variance.
 * A new `[H, W, 3]`; unchanged where the surroundings have no whole square of background. Deterministic for a seed.
 */
export function addGrain(ground: Ground, filled: Float32Array, { seed, sigma, coarseness = FINE }: Laid): Float32Array {
  const { width, height, pixels, learn } = ground;
  const { block } = coarseness;
  const base = weightedBlur(pixels, learn, { width, height, sigma: coarseness.sigma });
  const sources = plainBlocks({ ground, base, block }, sigma);
  if (sources.length === 0) return filled;
  const random = mulberry32(seed);
  const grain = new Float32Array(filled.length);
  const power = new Float32Array(width * height);
  for (let y = -block / 2; y < height; y += block / 2) {
    for (let x = -block / 2; x < width; x += block / 2) {
      const source = sources[Math.floor(random() * sources.length)];
      layBlock({ ground, base, grain, power, block }, { x, y }, source);
    }
  }
  return filled.map((v, i) => v + (power[(i / 3) | 0] > 0 ? grain[i] / Math.sqrt(power[(i / 3) | 0]) : 0));
}

interface Canvas {
  readonly ground: Ground;
  readonly base: Float32Array;
  readonly grain: Float32Array;
  /** Sum of squared weights per pixel: what the variance is divided by. */
  readonly power: Float32Array;
  /** Side of a block, pixels. */
  readonly block: number;
}

function layBlock({ ground, base, grain, power, block }: Canvas, at: { x: number; y: number }, source: number): void {
  const { width, height, hole, pixels } = ground;
  for (let j = 0; j < block; j++) {
    for (let i = 0; i < block; i++) {
      const [x, y] = [at.x + i, at.y + j];
      if (x < 0 || y < 0 || x >= width || y >= height || !hole[y * width + x]) continue;
      const [to, from] = [y * width + x, source + j * width + i];
      const w = windowAt(i, block) * windowAt(j, block);
      power[to] += w * w;
      for (let c = 0; c < 3; c++) grain[to * 3 + c] += w * (pixels[from * 3 + c] - base[from * 3 + c]);
    }
  }
}
