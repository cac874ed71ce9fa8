import type { OrientedBox } from "../../../protocol/geometry.ts";
import type { Plane } from "../../raster/raster.ts";
import { levelRects } from "./level-rects.ts";
import { convexHull } from "./min-rect.ts";
import { textBlobs } from "./text-blobs.ts";

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
  const blobs = textBlobs(map, DETECTION.pixel).filter(({ area, sum }) => area >= DETECTION.area && sum >= DETECTION.box * area);
  return levelRects(blobs.map(({ points }) => convexHull(points)))
    .map((rect, i) => ({ rect, score: blobs[i].sum / blobs[i].area }))
    .filter(({ rect }) => Math.min(rect.width, rect.height) >= DETECTION.side)
    .map(({ rect, score }) => ({ box: unclip(rect, DETECTION.unclip), score }));
}

/** Grows every side outwards by `ratio · area / perimeter`. */
export function unclip(box: OrientedBox<"model">, ratio: number): OrientedBox<"model"> {
  const distance = (ratio * box.width * box.height) / (2 * (box.width + box.height));
  return { ...box, width: box.width + 2 * distance, height: box.height + 2 * distance };
}
