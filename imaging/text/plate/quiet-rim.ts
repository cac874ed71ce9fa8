import type { Ground } from "./ground.ts";
import { fitPolynomial } from "./polynomial.ts";

/** Width of the learnable rim looked at, pixels. */
const RIM = 4;
/** A rim pixel further than `noises`·σ + `steps` (0–255) from the surface shows that something else enters the hole. */
const STRANGE = { noises: 3.5, steps: 5 };
/** So many strange pixels, or this share of the rim, are leftovers rather than an edge or a rule. */
const STRAY = { pixels: 8, share: 0.001 };

/**
 * RMS distance (0–255) of the rim to the smooth surface where nothing else touches the hole; `undefined` where something does.
 * What does not cross the rim cannot lie behind the text: then neither edges nor patches are needed, whatever stands further off.
 */
export function quietRim(ground: Ground, noise: number): number | undefined {
  const { learn, distance, guard, pixels } = ground;
  const surface = fitPolynomial(ground, learn);
  let [sum, rim, strange] = [0, 0, 0];
  for (let i = 0; i < learn.length; i++) {
    if (!learn[i] || distance[i] > guard + RIM) continue;
    rim++;
    const errors = [0, 1, 2].map((c) => Math.abs(pixels[i * 3 + c] - surface[i * 3 + c]));
    sum += errors.reduce((a, e) => a + e * e, 0) / 3;
    if (Math.max(...errors) > STRANGE.noises * noise + STRANGE.steps) strange++;
  }
  const allowed = Math.min(STRAY.pixels, rim * STRAY.share);
  return rim === 0 || strange > allowed ? undefined : Math.sqrt(sum / rim);
}
