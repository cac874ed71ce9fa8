import type { Placement, ToPanel } from "../../protocol/bridge.ts";
import { apply, compose, invert, type Point, scaling } from "../../protocol/geometry.ts";

/** `quad`: corners clockwise from the layer's own top-left, image pixels. */
export type Area = Extract<ToPanel, { type: "areas" }>["areas"][number];

/** The layers selected beside `layerId`, as areas of the picture that was exported from it. Layers without extent are left out. */
export function areasInPicture(layerId: string, { transform, width, height, imageWidth, imageHeight }: Placement): Area[] {
  const toPicture = invert(transform);
  if (toPicture === undefined) return [];
  const toPixels = compose(scaling(imageWidth / width, imageHeight / height), toPicture);
  return figma.currentPage.selection.flatMap((node) => {
    if (node.id === layerId || node.width <= 0 || node.height <= 0) return [];
    const onPicture = compose(toPixels, node.absoluteTransform);
    const corner = (x: number, y: number): Point<"image"> => apply(onPicture, { x, y });
    const quad: Area["quad"] = [corner(0, 0), corner(node.width, 0), corner(node.width, node.height), corner(0, node.height)];
    return [{ name: node.name, quad }];
  });
}
