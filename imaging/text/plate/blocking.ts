import type { Ground } from "./ground.ts";

/** Side of a compression block, and of the squares that halved colour resolution ties together, pixels. */
export const BLOCK = 8;
const MACRO = 16;
/** Blocks are compared at every second pixel. */
const STRIDE = 2;
const SAMPLES = (BLOCK / STRIDE) ** 2 * 3;
/** Two blocks hold the same where their models differ by less than this, RMS 0–255. */
const ALIKE = 6;
/** Known blocks the rule is tried on, what share of the misses must be foreseen for it to hold, and misses not worth it, RMS 0–255. */
const TRIAL = { blocks: 150, foreseen: 0.35, least: 0.7 } as const;

interface Blocks {
  /** Top-left pixels. */
  readonly at: readonly number[];
  /** What the model has there, `SAMPLES` each. */
  readonly signs: Float32Array;
  /** Which quarter of its macro square each is. */
  readonly quarter: Uint8Array;
}

function blocksWhere(ground: Ground, model: Float32Array, use: (learnt: number) => boolean): Blocks {
  const { width, height, learn, gridX, gridY } = ground;
  const at: number[] = [];
  for (let y = (BLOCK - (gridY % BLOCK)) % BLOCK; y + BLOCK <= height; y += BLOCK) {
    for (let x = (BLOCK - (gridX % BLOCK)) % BLOCK; x + BLOCK <= width; x += BLOCK) {
      let learnt = 0;
      for (let j = 0; j < BLOCK; j++) for (let i = 0; i < BLOCK; i++) learnt += learn[(y + j) * width + x + i];
      if (use(learnt)) at.push(y * width + x);
    }
  }
  const signs = new Float32Array(at.length * SAMPLES);
  at.forEach((corner, b) => {
    let to = b * SAMPLES;
    for (let j = 0; j < BLOCK; j += STRIDE) {
      for (let i = 0; i < BLOCK; i += STRIDE) {
        for (let c = 0; c < 3; c++) signs[to++] = model[(corner + j * width + i) * 3 + c];
      }
    }
  });
  const half = (v: number) => (v % MACRO >= BLOCK ? 1 : 0);
  const quarter = Uint8Array.from(at, (corner) => half((corner % width) + gridX) + 2 * half(Math.floor(corner / width) + gridY));
  return { at, signs, quarter };
}

/** The known block whose model is nearest to block `b` of `of`, but for itself; -1 where none is alike. */
function likest(known: Blocks, of: Blocks, b: number): number {
  let [best, least] = [-1, ALIKE * ALIKE * SAMPLES];
  for (let k = 0; k < known.at.length; k++) {
    if (known.quarter[k] !== of.quarter[b] || known.at[k] === of.at[b]) continue;
    let sum = 0;
    for (let s = 0; s < SAMPLES && sum < least; s++) sum += (known.signs[k * SAMPLES + s] - of.signs[b * SAMPLES + s]) ** 2;
    if (sum < least) [best, least] = [k, sum];
  }
  return best;
}

/** Whether what the model misses in known blocks is missed alike in the likest other one: so it is with compression, not with grain. */
function isForeseen(ground: Ground, model: Float32Array, known: Blocks): boolean {
  const step = Math.max(1, Math.floor(known.at.length / TRIAL.blocks));
  let [before, after, n] = [0, 0, 0];
  for (let b = 0; b < known.at.length; b += step) {
    const like = likest(known, known, b);
    for (let k = 0; k < BLOCK * BLOCK; k++) {
      const offset = Math.floor(k / BLOCK) * ground.width + (k % BLOCK);
      for (let c = 0; c < 3; c++) {
        const miss = (corner: number) => ground.pixels[(corner + offset) * 3 + c] - model[(corner + offset) * 3 + c];
        const own = miss(known.at[b]);
        before += own * own;
        after += like < 0 ? own * own : (own - miss(known.at[like])) ** 2;
        n++;
      }
    }
  }
  return n > 0 && Math.sqrt(before / n) > TRIAL.least && after < before * (1 - TRIAL.foreseen);
}

/**
 * A modelled ground as compression would have left it: each block of the hole takes over what the model misses in the likest known block at the same
 * place of the 8×8 grid, since there the same content was compressed alike. `model` is the fill `[H, W, 3]`, known pixels included; returned as it
 * is where known blocks show no such rule.
 */
export function withBlocking(ground: Ground, model: Float32Array): Float32Array {
  const known = blocksWhere(ground, model, (learnt) => learnt === BLOCK * BLOCK);
  if (!isForeseen(ground, model, known)) return model;
  const open = blocksWhere(ground, model, (learnt) => learnt < BLOCK * BLOCK);
  const out = Float32Array.from(model);
  for (let b = 0; b < open.at.length; b++) {
    const like = likest(known, open, b);
    if (like < 0) continue;
    for (let k = 0; k < BLOCK * BLOCK; k++) {
      const offset = Math.floor(k / BLOCK) * ground.width + (k % BLOCK);
      const [to, from] = [(open.at[b] + offset) * 3, (known.at[like] + offset) * 3];
      for (let c = 0; c < 3; c++) out[to + c] += ground.pixels[from + c] - model[from + c];
    }
  }
  return out;
}
