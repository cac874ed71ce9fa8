import { type Affine, invert, type Rect, type Size } from "../../protocol/geometry.ts";

/** The part of an image fill that decides where its pixels lie. */
export interface ImageFill {
  readonly scaleMode: "FILL" | "FIT" | "CROP" | "TILE";
  readonly imageTransform?: Affine | undefined;
}

/** Overhang, in image pixels, that rounding of layer sizes explains; more than that is a real crop. */
const OVERHANG_PX = 0.5;
const AXIS_TOLERANCE = 1e-6;

function centred(box: Size<"canvas">, image: Size<"image">, scale: number): Rect<"canvas"> {
  const width = image.width * scale;
  const height = image.height * scale;
  return { x: (box.width - width) / 2, y: (box.height - height) / 2, width, height };
}

/** `imageTransform` takes the layer's unit square to the image's, so its inverse says where the image lies in the layer. */
function cropped(box: Size<"canvas">, layerToImage: Affine): Rect<"canvas"> | undefined {
  const imageToLayer = invert(layerToImage);
  if (imageToLayer === undefined) return undefined;
  const [[a, c, e], [b, d, f]] = imageToLayer;
  const upright = Math.abs(c) < AXIS_TOLERANCE && Math.abs(b) < AXIS_TOLERANCE && a > 0 && d > 0;
  return upright ? { x: e * box.width, y: f * box.height, width: a * box.width, height: d * box.height } : undefined;
}

/** Where the whole image lies in the layer's own space, cut off or not; `undefined` where it is repeated, turned or mirrored. */
function drawnBox(fill: ImageFill, image: Size<"image">, box: Size<"canvas">): Rect<"canvas"> | undefined {
  const ratios = [box.width / image.width, box.height / image.height];
  if (fill.scaleMode === "FILL") return centred(box, image, Math.max(...ratios));
  if (fill.scaleMode === "FIT") return centred(box, image, Math.min(...ratios));
  if (fill.scaleMode === "CROP" && fill.imageTransform !== undefined) return cropped(box, fill.imageTransform);
  return undefined;
}

/**
 * Where the image's pixels lie in the layer's own space (canvas units from its top-left), if the layer shows the image whole and upright.
 * `undefined` where any of it is cut away: a patch there would stick out of the layer.
 */
export function wholeImageBox(fill: ImageFill, image: Size<"image">, box: Size<"canvas">): Rect<"canvas"> | undefined {
  const drawn = drawnBox(fill, image, box);
  if (drawn === undefined) return undefined;
  const slackX = (OVERHANG_PX * drawn.width) / image.width;
  const slackY = (OVERHANG_PX * drawn.height) / image.height;
  const inside =
    drawn.x >= -slackX &&
    drawn.y >= -slackY &&
    drawn.x + drawn.width <= box.width + slackX &&
    drawn.y + drawn.height <= box.height + slackY;
  return inside ? drawn : undefined;
}

/** Image pixels per canvas unit along the denser axis; 1 where the mapping is not upright. */
export function imageDensity(fill: ImageFill, image: Size<"image">, box: Size<"canvas">): number {
  const drawn = drawnBox(fill, image, box);
  return drawn === undefined ? 1 : Math.max(image.width / drawn.width, image.height / drawn.height);
}
