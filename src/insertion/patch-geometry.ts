import type { Placement } from "../../protocol/bridge.ts";
import { type Affine, compose, IDENTITY, invert, type Rect, type Size, translation } from "../../protocol/geometry.ts";

/** A layer's place: `transform` has unit axes and is relative to the container, `size` in canvas units. */
export interface LayerGeometry {
  readonly transform: Affine;
  readonly size: Size<"canvas">;
}

/** Transforms ignore these (`relativeTransform`, "Container parent"). */
const SEE_THROUGH: readonly string[] = ["GROUP", "BOOLEAN_OPERATION", "TRANSFORM_GROUP"];

/** The page-space transform that children of `parent` are relative to: that of the nearest layer that is more than a grouping. */
export function containerTransform(parent: BaseNode): Affine {
  let at: BaseNode | null = parent;
  while (at !== null && SEE_THROUGH.includes(at.type)) at = at.parent;
  return at !== null && "absoluteTransform" in at ? at.absoluteTransform : IDENTITY;
}

/** `rect` of the exported picture, image pixels, in the picture's own canvas units. */
export function inPictureUnits(placement: Placement, rect: Rect<"image">): Rect<"canvas"> {
  const unitsX = placement.width / placement.imageWidth;
  const unitsY = placement.height / placement.imageHeight;
  return { x: rect.x * unitsX, y: rect.y * unitsY, width: rect.width * unitsX, height: rect.height * unitsY };
}

/** Where a patch goes in a container; `undefined` where the container has no extent to place anything in. */
export function patchGeometry(placement: Placement, rect: Rect<"image">, container: Affine): LayerGeometry | undefined {
  const toContainer = invert(container);
  if (toContainer === undefined) return undefined;
  const { x, y, width, height } = inPictureUnits(placement, rect);
  return { transform: compose(toContainer, compose(placement.transform, translation(x, y))), size: { width, height } };
}

/** Whether the picture's pixels are square on the canvas, to well under a thousandth of a pixel over the longest patch. */
export function hasSquarePixels({ width, height, imageWidth, imageHeight }: Placement): boolean {
  return Math.abs(width / imageWidth / (height / imageHeight) - 1) < 1e-7;
}
