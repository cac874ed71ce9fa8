import { type Point, translation } from "../../protocol/geometry.ts";
import { LIMITS } from "../../protocol/limits.ts";
import type { FigmaDocument } from "../document/figma-document.ts";
import { readImageHeader } from "../document/image-header.ts";
import type { ImagePaint } from "../document/paint.ts";
import { browserCanvas } from "./browser-canvas.ts";

/** The picture as the document can hold it: PNG, JPEG and GIF as they are, anything else or too large drawn anew as PNG. */
async function storable(bytes: Uint8Array): Promise<Uint8Array> {
  const header = readImageHeader(bytes);
  const limit = LIMITS.figmaImageSidePx;
  if (header !== undefined && Math.max(header.width, header.height) <= limit) return bytes;
  const picture = await browserCanvas.decode(new Blob([bytes as Uint8Array<ArrayBuffer>]));
  const scale = Math.min(1, limit / Math.max(picture.width, picture.height));
  const context = browserCanvas.create(Math.max(1, Math.round(picture.width * scale)), Math.max(1, Math.round(picture.height * scale)));
  context.imageSmoothingQuality = "high";
  context.drawImage(picture, 0, 0, context.canvas.width, context.canvas.height);
  return browserCanvas.encode(context, "PNG");
}

const GAP = 80;

/** To the right of everything that is there. */
function freePlace(document: FigmaDocument): Point<"canvas"> {
  const nodes = document.scene.get(document.currentPageId).children.map((id) => document.scene.get(id));
  if (nodes.length === 0) return { x: 0, y: 0 };
  const top = Math.min(...nodes.map((n) => n.transform[1][2]));
  return { x: Math.max(...nodes.map((n) => n.transform[0][2] + n.width)) + GAP, y: top };
}

const pictureFill = (imageHash: string): ImagePaint => ({
  type: "IMAGE",
  scaleMode: "FILL",
  imageHash,
  visible: true,
  opacity: 1,
  blendMode: "NORMAL",
  filters: {},
  rotation: 0,
});

/** Puts a picture on the page: a frame of its size named after it, and in it the picture as a layer, which becomes the selection. */
export async function addImage(document: FigmaDocument, name: string, bytes: Uint8Array): Promise<string> {
  const { hash, width, height } = document.images.add(await storable(bytes));
  const { x, y } = freePlace(document);
  document.commitUndo();
  const frame = document.create("FRAME");
  document.patch(frame, { name: name.replace(/\.[^.]+$/, ""), width, height, transform: translation(x, y) });
  const layer = document.create("RECTANGLE", frame);
  document.patch(layer, { name, width, height, fills: [pictureFill(hash)] });
  document.select([layer]);
  document.commitUndo();
  return layer;
}
