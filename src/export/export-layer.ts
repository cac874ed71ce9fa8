import type { Placement } from "../../protocol/bridge.ts";
import { type EmendError, emendError, err, ok, type Result } from "../../protocol/errors.ts";
import { type Affine, compose, type Rect, type Size, translation } from "../../protocol/geometry.ts";
import { LIMITS } from "../../protocol/limits.ts";
import { plainImageFill, soleImageFill } from "../selection/plain-image.ts";
import { encodingOf, jpegOrientation, pngSize } from "./image-header.ts";
import { imageDensity, wholeImageBox } from "./image-mapping.ts";
import { renderConstraint, renderScale } from "./render-scale.ts";

/** A layer's pixels: the bytes of its own image file (`original`), or an sRGB PNG as drawn. The caller owns `bytes`. */
export interface ExportedLayer {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly original: boolean;
  readonly placement: Placement;
}

const noPicture = (name: string): EmendError =>
  emendError("selection_not_editable", `Figma made no picture of “${name}”.`, {
    help: "Make sure the layer is visible and not empty, then try again.",
  });

/** Figma hands over a copy of its own, never shared memory; its typings do not say so. */
const owned = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => bytes as Uint8Array<ArrayBuffer>;

/** `image` is the picture's box in the layer's own space, canvas units: upright there, so a shift takes it to the layer's transform. */
function placementOf(layer: Affine, image: Rect<"canvas">, pixels: Size<"image">): Placement {
  const [[a, c, e], [b, d, f]] = compose(layer, translation(image.x, image.y));
  return {
    transform: [
      [a, c, e],
      [b, d, f],
    ],
    width: image.width,
    height: image.height,
    imageWidth: pixels.width,
    imageHeight: pixels.height,
  };
}

/** `undefined` where the layer is not plainly its image file, or the file is not to be had: it is drawn instead. */
async function exportOriginal(node: SceneNode): Promise<ExportedLayer | undefined> {
  const fill = plainImageFill(node);
  const image = fill?.imageHash ? figma.getImageByHash(fill.imageHash) : null;
  if (fill === undefined || image === null) return undefined;
  const pixels = await image.getSizeAsync();
  const box = wholeImageBox(fill, pixels, node);
  if (box === undefined) return undefined;
  const bytes = await image.getBytesAsync();
  // A photo stored on its side has width and height swapped for some readers; drawing it settles which is meant.
  if (encodingOf(bytes) === undefined || jpegOrientation(bytes) !== 1) return undefined;
  return { bytes: owned(bytes), original: true, placement: placementOf(node.absoluteTransform, box, pixels) };
}

async function densityOf(node: SceneNode): Promise<number> {
  const fill = soleImageFill(node);
  const image = fill?.imageHash ? figma.getImageByHash(fill.imageHash) : null;
  return fill === undefined || image === null ? 1 : imageDensity(fill, await image.getSizeAsync(), node);
}

/** The page-space box to draw, or why this layer cannot be drawn. */
function drawableBox({ name, absoluteBoundingBox: box }: SceneNode): Result<Rect<"canvas">> {
  if (box === null || box.width <= 0 || box.height <= 0) return err(noPicture(name));
  if (Math.max(box.width, box.height) <= LIMITS.figmaImageSidePx) return ok(box);
  const message = `“${name}” is longer than ${LIMITS.figmaImageSidePx} units, more than Figma can hold in one image.`;
  return err(emendError("image_too_large", message, { help: "Select a smaller layer inside it." }));
}

/**
 * Draws the layer by itself in its full box. `useAbsoluteBounds` goes with `absoluteBoundingBox`: shadows stay out and nothing is trimmed,
 * so the picture's top-left is the box's. One pixel is `1 / scale` units; the picture may reach a fraction of a pixel beyond the box.
 */
async function exportDrawn(node: SceneNode): Promise<Result<ExportedLayer>> {
  const drawable = drawableBox(node);
  if (!drawable.ok) return drawable;
  const box = drawable.value;
  const scale = renderScale(box, await densityOf(node));
  const constraint = renderConstraint(box, scale);
  const bytes = await node.exportAsync({ format: "PNG", colorProfile: "SRGB", useAbsoluteBounds: true, contentsOnly: true, constraint });
  const pixels = pngSize(bytes);
  if (pixels === undefined) return err(noPicture(node.name));
  const drawn = { x: 0, y: 0, width: pixels.width / scale, height: pixels.height / scale };
  return ok({ bytes: owned(bytes), original: false, placement: placementOf(translation(box.x, box.y), drawn, pixels) });
}

/**
 * Exports a layer for editing. Nothing in the document changes.
 * Errors: `selection_not_editable` where the layer has no pixels, `image_too_large` where Figma could not hold them.
 */
export async function exportLayer(node: SceneNode): Promise<Result<ExportedLayer>> {
  try {
    const original = await exportOriginal(node);
    return original === undefined ? await exportDrawn(node) : ok(original);
  } catch (cause) {
    // Figma rejects for what cannot be drawn (hidden parents, images still loading) with words meant for plugin authors.
    return err({ ...noPicture(node.name), details: { reason: cause instanceof Error ? cause.message : String(cause) } });
  }
}
