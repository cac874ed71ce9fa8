import { boundsOf, type Point, type Rect } from "../../protocol/geometry.ts";

/** Where a picture lies in its window, as shares of the window's width and height. */
export interface ViewBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface Sized {
  readonly width: number;
  readonly height: number;
}

const CLOSEST = 6;
/** The part of the window the target may fill. */
const FILL = 0.72;

/** Centred where the picture is smaller than the window, without a gap where it is larger. */
function lead(window: number, picture: number, centre: number): number {
  if (picture <= window) return (window - picture) / 2;
  return Math.min(0, Math.max(window - picture, window / 2 - centre));
}

/**
 * Lays `picture` into a window of the proportions `ratio` (width over height): whole and centred, or so close to `target` (image
 * pixels) that it fills most of the window; never closer than six times and never beyond the picture's edge.
 */
export function viewBox(picture: Sized, ratio: number, target?: Rect<"image">): ViewBox {
  const fit = Math.min(ratio / picture.width, 1 / picture.height);
  const aim = target && target.width > 0 && target.height > 0 ? target : { x: 0, y: 0, width: picture.width, height: picture.height };
  const wish = FILL * Math.min(ratio / aim.width, 1 / aim.height);
  const scale = Math.min(CLOSEST * fit, Math.max(fit, wish));
  const size = { width: picture.width * scale, height: picture.height * scale };
  const left = lead(ratio, size.width, (aim.x + aim.width / 2) * scale);
  const top = lead(1, size.height, (aim.y + aim.height / 2) * scale);
  return { left: left / ratio, top, width: size.width / ratio, height: size.height };
}

/** Bounds with breathing room, so that a word is seen in its surroundings. */
export function surroundings(points: readonly Point<"image">[]): Rect<"image"> {
  const { x, y, width, height } = boundsOf(points);
  const room = height;
  return { x: x - room, y: y - room, width: width + 2 * room, height: height + 2 * room };
}
