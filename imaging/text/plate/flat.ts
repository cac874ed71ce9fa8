import { medianColour, type Rgb } from "../../raster/colour.ts";
import type { Ground } from "./ground.ts";

/** Pixels up to this far from the hole decide: what is further does not show behind the text. */
const NEAR = 10;
/** Encoded steps a flat ground may differ from its median: one step of rounding. */
const STEP = 1;

/** The one colour of the ground next to the hole, or `undefined` where it has more than one or cannot be seen. */
export function flatColour({ pixels, learn, distance }: Ground): Rgb | undefined {
  const near = (i: number) => learn[i] === 1 && distance[i] <= NEAR;
  const colour = medianColour(pixels, near);
  if (colour === undefined) return undefined;
  for (let i = 0; i < learn.length; i++) {
    if (near(i) && colour.some((v, c) => Math.abs(pixels[i * 3 + c] - v) > STEP)) return undefined;
  }
  return colour;
}
