import type { Plate } from "../types.ts";
import type { Fill } from "./fit-to-rim.ts";
import { addGrain, COARSE } from "./grain.ts";
import type { Ground } from "./ground.ts";
import { grainOf } from "./orientation.ts";
import { energyInHole, energyOfNoise, isDull, matchDetail, mottleLevel } from "./texture.ts";

/** Noise from this σ on, 0–255, is missed when it is absent. */
export const GRAINY = 1;

/**
 * Mottle: pixels so far apart scatter so much, but not as much as things do, and so many times as much as next to each other; and along the grain it changes at
 * least so much as across.
 */
const MOTTLED = { step: 4, least: 2, most: 12, times: 1.4, round: 0.4 } as const;

/**
 * Whatever grain is laid is another one than was there and errs by its own strength once more. As faint as `unseen`, σ 0–255, a quarter less of it looks the
 * same and errs by a fifth less; from `seen` on it would look smoothed. `matchDetail` makes three quarters of the share.
 */
const FAINT = { unseen: 4, seen: 5, share: 0.7 } as const;

/** What a ground's own texture is, σ 0–255. */
interface Texture {
  readonly noise: number;
  /** 0 where it has none. */
  readonly mottle: number;
  readonly seed: number;
}

/** Mottle runs in no direction: what has a grain goes on along it. */
export function mottleOf(ground: Ground): number {
  const level = mottleLevel(ground, MOTTLED.step);
  return level < MOTTLED.least || level > MOTTLED.most || grainOf(ground).along < MOTTLED.round ? 0 : level;
}

/** How much of a ground's grain is laid: of wood and stone, whose texture it belongs to, all. */
function shareOf(ground: Ground, { noise, mottle }: Pick<Texture, "noise" | "mottle">): number {
  const plain = (noise - FAINT.unseen) / (FAINT.seen - FAINT.unseen);
  if (plain >= 1 || mottle > MOTTLED.times * noise || grainOf(ground).along < MOTTLED.round) return 1;
  return FAINT.share + (1 - FAINT.share) * Math.max(0, plain);
}

/** What a designed ground or a pattern foresees of it is no mottle. */
const foreseen = (method: Plate["method"]): boolean => method === "profile" || method === "lattice";

/** Adds the neighbours' grain where they have any: of stone or plaster its mottle, in which what is finer is contained. */
export function grained(
  ground: Ground,
  { method, pixels }: Pick<Fill, "method" | "pixels">,
  { noise, mottle, seed }: Texture,
): Float32Array {
  const coarse = { sigma: mottle, step: MOTTLED.step };
  const isMottled = mottle > MOTTLED.times * noise && !foreseen(method);
  if (isMottled && isDull(ground, pixels, coarse)) {
    const rich = addGrain(ground, pixels, { seed, sigma: mottle, coarseness: COARSE });
    return matchDetail(ground, { plain: pixels, rich, step: MOTTLED.step }, energyOfNoise(mottle));
  }
  if (noise < GRAINY) return pixels;
  const rich = addGrain(ground, pixels, { seed, sigma: noise });
  return matchDetail(
    ground,
    { plain: pixels, rich },
    shareOf(ground, { noise, mottle }) * Math.min(energyOfNoise(noise), energyInHole(ground, rich)),
  );
}
