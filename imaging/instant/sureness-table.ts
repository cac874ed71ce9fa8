import type { Calibration } from "./calibration.ts";

/** Written by bench/text/calibrate.ts from 205 dev posters. */
export const CALIBRATION: Calibration = {
  start: 2.45,
  weights: {
    type_unlike: 1.21,
    letter_unlike: 0.67,
    fonts_alike: 0.69,
  },
  review: 0.67,
};
