import type { CtcSpot } from "./ctc.ts";

/** The network knows ℃ and ℉ as one sign and ° as another, and reads small ones as both: the degree is said once. */
export function withOneDegree(spots: readonly CtcSpot[]): readonly CtcSpot[] {
  return spots.filter(({ char }, i) => !(char === "°" && /^[℃℉]$/.test(spots[i + 1]?.char ?? "")));
}
