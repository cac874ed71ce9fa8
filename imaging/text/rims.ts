import type { Plane } from "../raster/raster.ts";

/** Coverages to a power: what lies fully in a letter or outside it stays. */
export function withRims({ width, height, data }: Plane, power: number): Plane {
  return { width, height, data: data.map((a) => (a <= 0 || a >= 1 ? a : a ** power)) };
}
