import { boundsOf, type Point, type Rect } from "../../protocol/geometry.ts";

export interface Zoom {
  readonly scale: number;
  /** Where the picture's top-left goes, as a share of the frame's width and height. */
  readonly left: number;
  readonly top: number;
}

const WHOLE: Zoom = { scale: 1, left: 0, top: 0 };
const CLOSEST = 5;
/** The part of the frame the target may fill. */
const FILL = 0.72;

const clampLead = (lead: number, scale: number): number => Math.min(0, Math.max(1 - scale, lead));

/**
 * The zoom that brings `target` (image pixels) into the middle of a frame that shows the whole `picture`.
 * Never beyond the picture's edge, never closer than five times; the whole picture where there is no target.
 */
export function zoomTo(picture: { readonly width: number; readonly height: number }, target: Rect<"image"> | undefined): Zoom {
  if (!target || target.width <= 0 || target.height <= 0) return WHOLE;
  const scale = Math.min(CLOSEST, Math.max(1, Math.min((FILL * picture.width) / target.width, (FILL * picture.height) / target.height)));
  const centre = { x: (target.x + target.width / 2) / picture.width, y: (target.y + target.height / 2) / picture.height };
  return { scale, left: clampLead(0.5 - centre.x * scale, scale), top: clampLead(0.5 - centre.y * scale, scale) };
}

/** Bounds with breathing room, so that a word is seen in its surroundings. */
export function surroundings(points: readonly Point<"image">[]): Rect<"image"> {
  const { x, y, width, height } = boundsOf(points);
  const room = height;
  return { x: x - room, y: y - room, width: width + 2 * room, height: height + 2 * room };
}
