import type { Calibration } from "./calibration.ts";

/** Written by bench/text/calibrate.ts from 167 dev posters. */
export const CALIBRATION: Calibration = {
  start: 2.13,
  weights: { type_unlike: 0.82, letter_unlike: 0.53, fonts_alike: 0.28, letters_off: 0.46 },
  review: 0.69,
};
