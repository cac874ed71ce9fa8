import { distanceInsideMask } from "../../raster/distance.ts";
import { maskWhere } from "../../raster/mask-where.ts";
import type { FloatImage, Mask } from "../../raster/raster.ts";
import type { LineFrame } from "../frame.ts";
import { dominantColours, nearest } from "./clusters.ts";
import { cellsTouched, heightOf } from "./fill.ts";

/** Colours that ink is taken apart into at most, and how near to each other they are one. */
const COLOURS = { count: 4, mergeBelow: 40 } as const;
/** Letters of one colour run through such a share of the cells, and are about as tall as the line. */
const THROUGH = 0.7;
const TALL = 0.8;

/** The parts of the ink that are of one colour and run through the line as letters would: what else differs from the ground is the ground's own. */
export function inkByColour(image: FloatImage, ink: Mask, at: { readonly frame: LineFrame; readonly edges: readonly number[] }): Mask[] {
  const { frame, edges } = at;
  const inward = distanceInsideMask(ink);
  const core: number[] = [];
  const all: number[] = [];
  for (let i = 0; i < inward.length; i++) {
    if (inward[i] > 0) all.push(i);
    if (inward[i] >= 1) core.push(i);
  }
  const colours = dominantColours(image, core, COLOURS);
  if (colours.length < 2) return [];
  const label = new Int8Array(ink.data.length).fill(-1);
  for (const i of all) label[i] = nearest(colours, image.data, i);
  const isLetters = (k: number): boolean => {
    const own = all.filter((i) => label[i] === k);
    return own.length > 0 && cellsTouched(own, frame, edges) > THROUGH && heightOf(own, frame) > TALL * frame.halfV;
  };
  return colours.flatMap((_, k) => (isLetters(k) ? [maskWhere(ink, (i) => label[i] === k)] : []));
}
