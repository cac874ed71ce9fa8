import { compose, scaling, translation } from "../../protocol/geometry.ts";
import type { FigmaDocument } from "../document/figma-document.ts";
import type { Renderer, RenderRequest } from "../document/plugin-session.ts";
import type { CanvasPorts, Context2d } from "./canvas-ports.ts";
import { drawNode } from "./draw-node.ts";
import { PictureCache } from "./picture-cache.ts";

/** Hashes of all pictures used by a node and what is below it. */
export function pictureHashes(document: FigmaDocument, id: string): Set<string> {
  const hashes = new Set<string>();
  for (const node of document.scene.walk(id))
    for (const paint of [...node.fills, ...node.strokes])
      if (paint.type === "IMAGE" && paint.imageHash !== null) hashes.add(paint.imageHash);
  return hashes;
}

const caches = new WeakMap<FigmaDocument, PictureCache>();

/** The document's decoded pictures, shared by everything that draws it. */
export function picturesOf(document: FigmaDocument, ports: CanvasPorts): PictureCache {
  const cache = caches.get(document) ?? new PictureCache(document.images, ports);
  caches.set(document, cache);
  return cache;
}

function paper(context: Context2d, format: "PNG" | "JPG"): void {
  if (format !== "JPG") return;
  context.fillStyle = "white";
  context.fillRect(0, 0, context.canvas.width, context.canvas.height);
}

async function render(ports: CanvasPorts, { document, nodeId, bounds, scale, contentsOnly, format }: RenderRequest): Promise<Uint8Array> {
  const root = contentsOnly ? nodeId : (document.scene.pageOf(nodeId)?.id ?? nodeId);
  const pictures = await picturesOf(document, ports).lend(pictureHashes(document, root));
  const width = Math.max(1, Math.round(bounds.width * scale));
  const height = Math.max(1, Math.round(bounds.height * scale));
  const context = ports.create(width, height);
  context.imageSmoothingQuality = "high";
  paper(context, format);
  const view = compose(scaling(scale, scale), translation(-bounds.x, -bounds.y));
  const drawing = { scene: document.scene, view, picture: (h: string) => pictures.get(h), layer: () => ports.create(width, height) };
  drawNode(context, drawing, root);
  pictures.release();
  return ports.encode(context, format);
}

/** Draws nodes on canvases: what `exportAsync` and the stage's own export use. A page's own background is not drawn. */
export const createCanvasRenderer = (ports: CanvasPorts): Renderer => ({ render: (request) => render(ports, request) });
