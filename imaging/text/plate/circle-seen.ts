import type { Contour } from "./contour.ts";
import type { Ground } from "./ground.ts";

/** Of the circle that can be seen so much must be an edge, and at least so many pixels. */
export const SEEN = { share: 0.7, pixels: 24 } as const;
/** What lies under the hole is longer than this, pixels, and so bent that its middle stands off the straight line by so much; else lines drawn across do as well. */
const HIDDEN = 4;
const BENT = 1.5;
/** Half width of the band in which a point of the circle must be known to be seen, pixels. */
const BAND = 3;

/** A round edge. */
export interface Circle {
  readonly cx: number;
  readonly cy: number;
  readonly r: number;
}

/** A circle and the points that lie on it, by their places in the contour. */
export interface Fitted {
  readonly circle: Circle;
  readonly points: readonly number[];
}

/** The same with how far the ground bears it out. */
export interface Found extends Fitted {
  /** Pixels of the circle that are seen to be an edge. */
  readonly seen: number;
  /** Nearly all that can be seen of it is an edge, and it goes on under the hole. */
  readonly isWhole: boolean;
}

/** Where circles are looked for. */
export interface Scene {
  readonly ground: Ground;
  readonly contour: Contour;
}

/** Marks round a circle, about a pixel apart: 1 where a point of it lies near. */
function markedAround({ cx, cy, r }: Circle, { x, y }: Contour, points: readonly number[]): Uint8Array {
  const bins = Math.ceil(2 * Math.PI * r);
  const marked = new Uint8Array(bins);
  for (const i of points) {
    const bin = Math.floor(((Math.atan2(y[i] - cy, x[i] - cx) / (2 * Math.PI) + 1) % 1) * bins);
    for (let k = -2; k <= 2; k++) marked[(bin + k + bins) % bins] = 1;
  }
  return marked;
}

/** What a mark of the circle stands on: the hole, ground known on both sides of the edge, neither, or nothing where the ground ends. */
function standsOn({ width, height, learn, hole }: Ground, { cx, cy, r }: Circle, angle: number): "hole" | "known" | "unknown" | undefined {
  const [u, v] = [Math.cos(angle), Math.sin(angle)];
  const at = (off: number): number => {
    const [x, y] = [Math.round(cx + (r + off) * u), Math.round(cy + (r + off) * v)];
    return x >= 0 && y >= 0 && x < width && y < height ? y * width + x : -1;
  };
  const [middle, within, beyond] = [at(0), at(-BAND), at(BAND)];
  if (middle < 0) return undefined;
  if (hole[middle]) return "hole";
  return within >= 0 && beyond >= 0 && learn[middle] && learn[within] && learn[beyond] ? "known" : "unknown";
}

/** How much of a circle is known to be an edge, and whether what the hole hides of it is worth going on with. */
export function witnessed({ contour, ground }: Scene, { circle, points }: Fitted): Found {
  const marked = markedAround(circle, contour, points);
  const middle = Math.atan2(ground.height / 2 - circle.cy, ground.width / 2 - circle.cx);
  let [visible, seen, hidden, first, last] = [0, 0, 0, Infinity, -Infinity];
  marked.forEach((mark, bin) => {
    const angle = ((bin + 0.5) / marked.length) * 2 * Math.PI;
    const on = standsOn(ground, circle, angle);
    if (on === "hole") hidden++;
    if (on === "known") visible++;
    if (on === "known" && mark) seen++;
    if (on === undefined || (on !== "hole" && !mark)) return;
    const turn = Math.atan2(Math.sin(angle - middle), Math.cos(angle - middle));
    [first, last] = [Math.min(first, turn), Math.max(last, turn)];
  });
  const bent = circle.r * (1 - Math.cos(Math.min(Math.PI, last - first) / 2));
  const isWhole = hidden > HIDDEN && bent > BENT && seen >= SEEN.pixels && seen >= SEEN.share * visible;
  return { circle, points, seen, isWhole };
}
