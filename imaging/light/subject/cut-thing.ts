import { graphCut } from "../../raster/graph-cut.ts";
import type { Mask } from "../../raster/raster.ts";
import type { LabImage } from "../background/border-surface.ts";
import { fitMixture, logDensity } from "./colour-mixture.ts";

/** What is known of where a thing lies before its colours are. */
export interface WhereItMayBe {
  /** By pixel: logarithm of the odds for the thing; ±`SETTLED` and beyond decides. */
  readonly odds: Float32Array;
  /** By pixel, 0–1: what its colours, and the ground's, are first learnt from. */
  readonly thing: Float32Array;
  readonly ground: Float32Array;
}

export const SETTLED = 100;
const ROUNDS = 4;
/** One pixel's colour says no more than this, for or against: natural logarithm of odds. */
const SAYS = 7;
/** What it costs to cut between two pixels of one colour. */
const SMOOTH = 22;

/** What it costs to part neighbours: much where they look alike, by the picture's own contrast. */
function linksOf({ width, height, data }: LabImage): Float32Array {
  const steps = [1, width - 1, width, width + 1];
  const links = new Float32Array(width * height * 4);
  let [sum, count] = [0, 0];
  for (let i = 0; i < width * height; i++) {
    const x = i % width;
    for (let k = 0; k < 4; k++) {
      const j = i + steps[k];
      if (j >= width * height || (k === 1 ? x === 0 : k !== 2 && x + 1 === width)) continue;
      const d = (data[i * 3] - data[j * 3]) ** 2 + (data[i * 3 + 1] - data[j * 3 + 1]) ** 2 + (data[i * 3 + 2] - data[j * 3 + 2]) ** 2;
      links[i * 4 + k] = d;
      sum += d;
      count++;
    }
  }
  const beta = count === 0 ? 0 : count / (2 * Math.max(1e-3 * count, sum));
  for (let n = 0; n < links.length; n++) links[n] = (SMOOTH * Math.exp(-beta * links[n])) / (n % 2 === 1 ? Math.SQRT2 : 1);
  return links;
}

/**
 * Cuts a thing from its ground: colours of both learnt and the picture cut along its edges, in turns (Rother, Kolmogorov & Blake 2004, "GrabCut").
 * 255 = thing. For pictures of a few hundred pixels a side: about 0.1 s at 240².
 */
export function cutThing(picture: LabImage, { odds, thing, ground }: WhereItMayBe): Mask {
  const { width, height, data } = picture;
  const links = linksOf(picture);
  const gain = new Float32Array(odds.length);
  let mask: Mask | undefined;
  for (let round = 0; round < ROUNDS; round++) {
    const own = mask?.data;
    const weigh = (of: Float32Array, value: number): Float32Array =>
      own === undefined ? of : Float32Array.from(own, (v, i) => (v === value ? Math.max(of[i], 0.3) : 0));
    const [t, g] = [fitMixture(data, weigh(thing, 255)), fitMixture(data, weigh(ground, 0))];
    if (t.length === 0 || g.length === 0) break;
    for (let i = 0; i < gain.length; i++) {
      const says = logDensity(t, data, i * 3) - logDensity(g, data, i * 3);
      gain[i] = odds[i] + Math.max(-SAYS, Math.min(SAYS, says));
    }
    const next = graphCut({ width, height, gain, links });
    const before = own;
    mask = next;
    if (before !== undefined && next.data.every((v, i) => v === before[i])) break;
  }
  return mask ?? { width, height, data: new Uint8Array(width * height) };
}
