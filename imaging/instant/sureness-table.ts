import type { Calibration } from "./calibration.ts";

/** Written by bench/text/calibrate.ts from 205 dev posters. */
export const CALIBRATION: Calibration = {
  start: 1.7,
  weights: {
    type_unlike: 1.23,
    letter_unlike: 0.6,
    fonts_alike: 0.9,
  },
  review: 0.64,
};
