import { mulberry32 } from "../../../imaging/raster/random.ts";

/** Choices of one seed, in order. */
export interface Random {
  between(low: number, high: number): number;
  chance(share: number): boolean;
  pick<T>(from: readonly T[]): T;
}

export function createRandom(seed: number): Random {
  const next = mulberry32(Math.imul(seed, 0x9e3779b1) ^ 0x5bd1e995);
  next();
  return {
    between: (low, high) => low + (high - low) * next(),
    chance: (share) => next() < share,
    pick: (from) => from[Math.floor(next() * from.length)],
  };
}
