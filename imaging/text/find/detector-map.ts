import type { OrientedBox, Point } from "../../../protocol/geometry.ts";
import { type Component, type Components, labelComponents } from "../../raster/components.ts";
import { createMask, type Plane } from "../../raster/raster.ts";
import { levelRects } from "./level-rects.ts";
import { convexHull } from "./min-rect.ts";

/** A text line as the detector sees it, in pixels of its input. `score` = mean probability, 0–1. */
export interface DetectedBox {
  readonly box: OrientedBox<"model">;
  readonly score: number;
}

/** Thresholds of DB post-processing (PaddleOCR's defaults but for the looser box score: recognition weeds out the rest). */
export const DETECTION = {
  /** A pixel is text above this. */
  pixel: 0.3,
  /** A box is kept above this mean probability. */
  box: 0.5,
  /** The network predicts lines shrunk; growing by `unclip · area / perimeter` undoes it. */
  unclip: 1.6,
  /** Fewest pixels of a component and shortest side before growing. */
  area: 12,
  side: 3,
} as const;

/** Boxes of a `[H, W]` probability map (DB, Liao et al. 2020, with rectangles in place of polygons). */
export function boxesOfMap(map: Plane): DetectedBox[] {
  const mask = createMask(map.width, map.height);
  for (let i = 0; i < map.data.length; i++) if (map.data[i] > DETECTION.pixel) mask.data[i] = 255;
  const found = labelComponents(mask);
  const outlines = found.components
    .filter((component) => component.area >= DETECTION.area)
    .map((component) => outlineOf(map, found, component))
    .filter(({ score }) => score >= DETECTION.box);
  const rects = levelRects(outlines.map(({ points }) => convexHull(points)));
  return rects
    .map((rect, i) => ({ rect, score: outlines[i].score }))
    .filter(({ rect }) => Math.min(rect.width, rect.height) >= DETECTION.side)
    .map(({ rect, score }) => ({ box: unclip(rect, DETECTION.unclip), score }));
}

/** Row ends of the component as pixel corners (all a convex hull needs) and its mean probability. */
function outlineOf(map: Plane, { labels }: Components, c: Component): { points: Point<"model">[]; score: number } {
  const points: Point<"model">[] = [];
  let sum = 0;
  for (let y = c.y; y < c.y + c.height; y++) {
    let [first, last] = [-1, -1];
    for (let x = c.x; x < c.x + c.width; x++) {
      const at = y * map.width + x;
      if (labels[at] !== c.label) continue;
      if (first < 0) first = x;
      last = x;
      sum += map.data[at];
    }
    if (first >= 0) points.push({ x: first, y }, { x: first, y: y + 1 }, { x: last + 1, y }, { x: last + 1, y: y + 1 });
  }
  return { points, score: sum / c.area };
}

/** Grows every side outwards by `ratio · area / perimeter`. */
export function unclip(box: OrientedBox<"model">, ratio: number): OrientedBox<"model"> {
  const distance = (ratio * box.width * box.height) / (2 * (box.width + box.height));
  return { ...box, width: box.width + 2 * distance, height: box.height + 2 * distance };
}
