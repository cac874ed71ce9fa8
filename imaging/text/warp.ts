/**
 * How a line bends: what each character does beyond the line's own setting, as polynomials of its place along the line.
 * Place is `(from + u) / half` (−1…1 over the original string): a longer string continues the bend a little, clamped at ±1.25.
 * Coefficients rise in power. `along`, `across`: em · `slant`, `turn`: radians · `size`, `condense`: logarithms.
 */
export interface Warp {
  readonly half: number;
  /** Where the setting's middle lies on the bend, pixels from the original's middle. */
  readonly from: number;
  readonly along: readonly number[];
  readonly across: readonly number[];
  readonly slant: readonly number[];
  readonly turn: readonly number[];
  readonly size: readonly number[];
  readonly condense: readonly number[];
}

export const WARPED = ["along", "across", "slant", "turn", "size", "condense"] as const;
export type Warped = (typeof WARPED)[number];

const polynomial = (coefficients: readonly number[], t: number): number => coefficients.reduceRight((sum, c) => sum * t + c, 0);

/** What a character centred `u` pixels from the line's middle does. */
export function warpAt(warp: Warp, u: number): Readonly<Record<Warped, number>> {
  const t = Math.max(-1.25, Math.min(1.25, (warp.from + u) / warp.half));
  const value = (key: Warped) => polynomial(warp[key], t);
  return {
    along: value("along"),
    across: value("across"),
    slant: value("slant"),
    turn: value("turn"),
    size: value("size"),
    condense: value("condense"),
  };
}
