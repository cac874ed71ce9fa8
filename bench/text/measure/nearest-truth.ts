import type { Pixels, Poster, Truth } from "../generate/poster-spec.ts";
import { likeness } from "./compare-pixels.ts";
import type { Score } from "./score.ts";

export type NearestTruth = Pick<Score, "ssim" | "psnr" | "placedSsim" | "shift" | "strictSsim" | "strictShift" | "place">;

/** How near a result is to the nearest of the poster's right answers, and to the one its own layout gives. */
export function nearestTruth(
  result: Pixels,
  { truths, spec }: Pick<Poster, "truths" | "spec">,
): { readonly truth: Truth; readonly figures: NearestTruth } {
  const grain = (spec.finish.wear?.grain ?? 0) ** 2;
  const all = truths.map((truth) => ({ truth, ...likeness(result, truth.pixels, { rect: truth.around, grain }) }));
  const [strict] = all;
  const { truth, ...figures } = all.reduce((best, one) => (one.ssim > best.ssim ? one : best), strict);
  return { truth, figures: { ...figures, strictSsim: strict.ssim, strictShift: strict.shift, place: truth.why } };
}
