import type { OrientedBox, Point, Space } from "../../../protocol/geometry.ts";
import { boxAlong, minRect } from "./min-rect.ts";

/** Lines this many times longer than high tell the page's tilt to half a degree; descenders cannot turn them. */
const LONG = 8;
/**
 * A box takes the page's tilt when that costs at most this much area: much on a level page, where nearly all text is level; little on
 * a tilted one, which may be a photograph with perspective, or where no long line tells and level is only the likely tilt.
 */
const SLACK_LEVEL = 1.22;
const SLACK_DOUBT = 1.1;
/** Tilts below this (radians) are noise about level. */
const LEVEL = 0.006;

/**
 * The least rectangles around convex outlines, but turned as the page's long lines are where nearly as small: the least rectangle of
 * "Open" leans by 4° towards its descender.
 */
export function levelRects<S extends Space>(outlines: readonly (readonly Point<S>[])[]): OrientedBox<S>[] {
  const least = outlines.map(minRect);
  const long = least.filter((box) => box.width > LONG * box.height);
  const tilt = medianTilt(long);
  const slack = long.length > 0 && tilt === 0 ? SLACK_LEVEL : SLACK_DOUBT;
  return least.map((box, i) => {
    const level = boxAlong(outlines[i], tilt);
    return level.width * level.height <= slack * box.width * box.height ? level : box;
  });
}

/** Median angle weighted by length. */
function medianTilt(boxes: readonly OrientedBox<Space>[]): number {
  const total = boxes.reduce((sum, box) => sum + box.width, 0);
  let sum = 0;
  const middle = [...boxes]
    .sort((a, b) => a.angle - b.angle)
    .find((box) => {
      sum += box.width;
      return sum >= total / 2;
    });
  return middle === undefined || Math.abs(middle.angle) < LEVEL ? 0 : middle.angle;
}
