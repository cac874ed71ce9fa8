import type { Ground } from "./ground.ts";
import { membrane } from "./membrane.ts";
import type { Votes } from "./patch-vote.ts";
import { weightedBlur } from "./smooth-fill.ts";
import { energyAround, matchDetail } from "./texture.ts";

/** A patch that misses a rim pixel by more than this, 0–255, found other content there: not a matter of tone. */
const TONE_LIMIT = 14;
/** Averages the misses along the rim, pixels: tone varies slowly, grain does not. */
const RIM_SIGMA = 2;
/** Differences of tone along the rim carried into the hole as a membrane: patches from elsewhere take on the light of the place. */
function matchedTone(ground: Ground, filled: Float32Array, covered: Uint8Array): Float32Array {
  const { width, height, pixels, learn } = ground;
  const miss = filled.map((v, i) => pixels[i] - v);
  const rim = covered.map((v, i) => (v && learn[i] && [0, 1, 2].every((c) => Math.abs(miss[i * 3 + c]) <= TONE_LIMIT) ? 1 : 0));
  const values = weightedBlur(miss, rim, { width, height, sigma: RIM_SIGMA });
  const unknown = covered.map((v, i) => (v && !rim[i] ? 1 : 0));
  for (let i = 0; i < rim.length; i++) if (!rim[i]) values.fill(0, i * 3, i * 3 + 3);
  const film = membrane({ width, height, values, unknown });
  return filled.map((v, i) => v + film[i]);
}

/** The completed hole from the votes: texture as strong as around it, tone continuous with the rim. `[H, W, 3]`. */
export function finishPatches(ground: Ground, votes: Votes): Float32Array {
  return matchedTone(ground, matchDetail(ground, { plain: votes.mean, rich: votes.best }, energyAround(ground)), votes.covered);
}
