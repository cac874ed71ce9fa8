/** What can make a set string doubtful, each as a number that grows with the doubt. */
export const DOUBTS = ["type_unlike", "letter_unlike", "fonts_alike"] as const;
export type Doubt = (typeof DOUBTS)[number];

/** Weights of a logistic rule, as bench/text/calibrate.ts finds them: sureness is 1 / (1 + e^(Σ weight · doubt − start)). */
export interface Calibration {
  readonly start: number;
  readonly weights: Readonly<Record<Doubt, number>>;
  /** Sureness below which a person should look. */
  readonly review: number;
}
