import { intersect, type Rect, type Size } from "../../protocol/geometry.ts";

/** Corners a box is resized by, named as on a map. */
export const GRIPS = ["nw", "ne", "se", "sw"] as const;
export type Grip = (typeof GRIPS)[number] | "move";

/** Smallest side a box can be dragged to, image pixels. */
const LEAST = 4;

/** The rectangle with its grip moved `by`; the opposite corner stays, and no side becomes shorter than can be seen. */
export function draggedRect(rect: Rect<"image">, grip: Grip, by: { readonly x: number; readonly y: number }): Rect<"image"> {
  if (grip === "move") return { ...rect, x: rect.x + by.x, y: rect.y + by.y };
  const west = grip.includes("w");
  const north = grip.includes("n");
  const width = Math.max(LEAST, rect.width + (west ? -by.x : by.x));
  const height = Math.max(LEAST, rect.height + (north ? -by.y : by.y));
  return {
    x: west ? rect.x + rect.width - width : rect.x,
    y: north ? rect.y + rect.height - height : rect.y,
    width,
    height,
  };
}

/** The rectangle kept inside a picture: one that moved stops at the edge, one that grew ends there. */
export function keptInside(rect: Rect<"image">, was: Rect<"image">, { width, height }: Size<"image">): Rect<"image"> {
  if (rect.width !== was.width || rect.height !== was.height) return intersect(rect, { x: 0, y: 0, width, height });
  const inside = (at: number, room: number) => Math.max(0, Math.min(at, room));
  return { ...rect, x: inside(rect.x, width - rect.width), y: inside(rect.y, height - rect.height) };
}

/** The rectangle between two corners of a drag. */
export const rectBetween = (
  a: { readonly x: number; readonly y: number },
  b: { readonly x: number; readonly y: number },
): Rect<"image"> => ({
  x: Math.min(a.x, b.x),
  y: Math.min(a.y, b.y),
  width: Math.abs(a.x - b.x),
  height: Math.abs(a.y - b.y),
});

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

export interface Nudge {
  readonly key: string;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** What an arrow key makes of a box: one image pixel further, ten with Shift; with Alt its far corner moves. `undefined` for other keys. */
export function nudgedRect(rect: Rect<"image">, { key, altKey, shiftKey }: Nudge): Rect<"image"> | undefined {
  const arrow = ARROWS[key];
  if (!arrow) return undefined;
  const far = shiftKey ? 10 : 1;
  return draggedRect(rect, altKey ? "se" : "move", { x: arrow[0] * far, y: arrow[1] * far });
}
