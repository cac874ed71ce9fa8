import type { Placement } from "../../protocol/bridge.ts";
import { type Rect, translation, union } from "../../protocol/geometry.ts";
import { addLiveText, type SetText } from "./live-text-layer.ts";
import { hasSquarePixels, inPictureUnits, type LayerGeometry } from "./patch-geometry.ts";

/** One piece of a patch: its place in the exported picture, image pixels, and its pixels, already stored by Figma. */
export interface Piece {
  readonly rect: Rect<"image">;
  readonly image: Image;
}

/** Pieces whose pictures were stored before. Throws where Figma keeps one no longer: it was stored a moment ago, so that is a bug. */
export function storedPieces(pieces: readonly { readonly rect: Rect<"image">; readonly imageHash: string }[]): readonly Piece[] {
  return pieces.map(({ rect, imageHash }) => {
    const image = figma.getImageByHash(imageHash);
    if (image === null) throw new Error(`image ${imageHash} is not stored`);
    return { rect, image };
  });
}

/** The rectangle of the picture that all pieces cover. */
export const coveredBy = (pieces: readonly Piece[]): Rect<"image"> => pieces.map((piece) => piece.rect).reduce((a, b) => union(a, b));

type Transform2x3 = [[number, number, number], [number, number, number]];

/** Size first: a transform has unit axes, and resizing keeps it. */
export function place(node: RectangleNode | FrameNode, { transform, size }: LayerGeometry): void {
  node.resizeWithoutConstraints(size.width, size.height);
  node.relativeTransform = transform.map((row) => [...row]) as Transform2x3;
}

/** FILL keeps the aspect of square pixels; where the source was stretched, an uncropped CROP stretches the patch alike. */
function imagePaint(image: Image, placement: Placement): ImagePaint {
  if (hasSquarePixels(placement)) return { type: "IMAGE", imageHash: image.hash, scaleMode: "FILL" };
  return {
    type: "IMAGE",
    imageHash: image.hash,
    scaleMode: "CROP",
    imageTransform: [
      [1, 0, 0],
      [0, 1, 0],
    ],
  };
}

/** One piece as a rectangle of its own. */
export function pieceLayer(piece: Piece, placement: Placement): RectangleNode {
  const layer = figma.createRectangle();
  layer.fills = [imagePaint(piece.image, placement)];
  return layer;
}

/**
 * Several pieces, and live text over them, lie in a frame without fill or clipping: unlike a group it has a transform of its own, so turning
 * it is exact.
 */
function framedLayer(pieces: readonly Piece[], texts: readonly SetText[], placement: Placement): FrameNode {
  const frame = figma.createFrame();
  frame.fills = [];
  frame.clipsContent = false;
  try {
    fillFrame(frame, { pieces, texts }, placement);
  } catch (cause) {
    frame.remove();
    throw cause;
  }
  return frame;
}

function fillFrame(frame: FrameNode, { pieces, texts }: Required<PatchContent>, placement: Placement): void {
  const whole = inPictureUnits(placement, coveredBy(pieces));
  for (const [i, piece] of pieces.entries()) {
    const at = inPictureUnits(placement, piece.rect);
    const tile = pieceLayer(piece, placement);
    tile.name = pieces.length === 1 ? "Plate" : `Tile ${i + 1}`;
    frame.appendChild(tile);
    place(tile, { transform: translation(at.x - whole.x, at.y - whole.y), size: at });
  }
  frame.resizeWithoutConstraints(whole.width, whole.height);
  for (const text of texts) addLiveText(frame, text, { placement, origin: whole });
}

export interface PatchContent {
  readonly pieces: readonly Piece[];
  readonly texts?: readonly SetText[];
}

/** A new layer that shows the pieces, on the current page, not yet in its place. One piece alone is a rectangle; more, or live text, lie in a frame. */
export function createPatchLayer({ pieces, texts = [] }: PatchContent, placement: Placement): RectangleNode | FrameNode {
  const only = pieces[0];
  return pieces.length === 1 && texts.length === 0 && only !== undefined
    ? pieceLayer(only, placement)
    : framedLayer(pieces, texts, placement);
}
