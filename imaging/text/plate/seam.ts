import { worstChannel } from "../../raster/worst-channel.ts";
import type { Ground } from "./ground.ts";

/** Steps from pixel to pixel beyond this, 0–255, look like an edge. */
const EDGE = 34;
/** Edges of the ground itself are allowed for so much, and so many more are chance. */
const OWN = 1.6;
const CHANCE = 0.02;

interface Steps {
  all: number;
  sharp: number;
}

/** Whether the colour at `i` of one and at `j` of the other are an edge apart. */
const isEdge = (a: Float32Array, b: Float32Array, at: { readonly i: number; readonly j: number }): boolean => worstChannel(a, b, at) > EDGE;

function count(steps: Steps, edge: boolean): void {
  steps.all++;
  if (edge) steps.sharp++;
}

/** Share from which something was surely cut off. */
export const CUT_OFF = 0.03;

/**
 * Share of the hole's outline, 0–1, along which the fill meets the known ground in an edge that the ground's own restlessness does not explain: a thing or a
 * pattern is cut off there. Other lines' text beside the hole is no ground, other things on it are; an edge
 * between what the source shows on both its sides cuts nothing.
 */
export function seamShare(ground: Ground, filled: Float32Array): number {
  const { width, height, hole, text, learn, distance, guard, pixels } = ground;
  const [rim, own]: [Steps, Steps] = [
    { all: 0, sharp: 0 },
    { all: 0, sharp: 0 },
  ];
  const isCut = (i: number, j: number): boolean => isEdge(filled, pixels, { i, j }) && isEdge(filled, pixels, { i, j: i });
  const look = (i: number, j: number): void => {
    if (text[i] || text[j]) return;
    if (hole[i] && !hole[j]) count(rim, isCut(i, j));
    else if (hole[j] && !hole[i]) count(rim, isCut(j, i));
    else if (learn[i] && learn[j] && distance[i] <= guard + 24) count(own, isEdge(pixels, pixels, { i, j }));
  };
  for (let y = 0; y < height - 1; y++) {
    for (let i = y * width; i < y * width + width - 1; i++) {
      look(i, i + 1);
      look(i, i + width);
    }
  }
  const usual = own.all === 0 ? 0 : own.sharp / own.all;
  return rim.all === 0 ? 0 : Math.max(0, rim.sharp / rim.all - OWN * usual - CHANCE);
}
