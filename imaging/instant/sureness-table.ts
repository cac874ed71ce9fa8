import type { Calibration } from "./calibration.ts";

/** Written by bench/text/calibrate.ts from 182 dev posters. */
export const CALIBRATION: Calibration = {
  start: 2.56,
  weights: { type_unlike: 1.11, letter_unlike: 0.57, fonts_alike: 0.28, letters_off: 0.52 },
  review: 0.76,
};
