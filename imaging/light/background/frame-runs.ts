import type { Plane } from "../../raster/raster.ts";

export interface FrameRuns {
  /** Separate stretches of the picture's edge that the subject covers; one round a corner is one. */
  readonly runs: number;
  /** Sides of the picture the subject touches, 0–4. */
  readonly sides: number;
}

/** Where the subject (positive in `edge`) is cut by the frame. */
export function frameRuns({ width, height, data }: Plane): FrameRuns {
  const side = (length: number, index: (k: number) => number): boolean[] => Array.from({ length }, (_, k) => data[index(k)] > 0);
  const sides = [
    side(width - 1, (k) => k),
    side(height - 1, (k) => k * width + width - 1),
    side(width - 1, (k) => (height - 1) * width + width - 1 - k),
    side(height - 1, (k) => (height - 1 - k) * width),
  ];
  const around = sides.flat();
  return {
    runs: around.filter((on, i) => on && !around[(i + around.length - 1) % around.length]).length,
    sides: sides.filter((line) => line.some(Boolean)).length,
  };
}
