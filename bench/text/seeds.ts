import { categoryOf, OPACITY_SEEDS } from "./generate/make-spec.ts";
import { CYCLE } from "./generate/poster-spec.ts";

const FIRST_SEED: Readonly<Record<string, number>> = { dev: 1_000_000, test: 2_000_000 };

export interface SeedChoice {
  readonly split: string;
  readonly count: string;
  /** Categories, comma separated. */
  readonly only?: string | undefined;
  /** Just these seeds, comma separated. */
  readonly seed?: string | undefined;
}

/** All categories in turn, round by round. */
function* seedsFrom(first: number): Generator<number> {
  for (let round = 0; ; round++) {
    for (let i = 0; i < CYCLE.length; i++) yield first + round * CYCLE.length + i;
    yield first + OPACITY_SEEDS + round;
  }
}

/** The posters a run is asked for, as the command line says it. */
export function chosenSeeds({ split, count, only, seed: named }: SeedChoice): readonly number[] {
  if (named !== undefined) return named.split(",").map(Number);
  const first = FIRST_SEED[split];
  if (first === undefined) throw new Error(`no such split: ${split}`);
  const wanted = (seed: number): boolean => only === undefined || only.split(",").includes(categoryOf(seed));
  const found: number[] = [];
  for (const seed of seedsFrom(first)) {
    if (found.length >= Number(count)) break;
    if (wanted(seed)) found.push(seed);
  }
  return found;
}
