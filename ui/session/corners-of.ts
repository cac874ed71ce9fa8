import type { Point, Rect } from "../../protocol/geometry.ts";

type Corner = Point<"image">;

/** The corners of a rectangle, clockwise from its top left. */
export const cornersOf = ({ x, y, width, height }: Rect<"image">): [Corner, Corner, Corner, Corner] => [
  { x, y },
  { x: x + width, y },
  { x: x + width, y: y + height },
  { x, y: y + height },
];
