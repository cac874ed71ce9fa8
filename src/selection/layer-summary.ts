import type { LayerSummary } from "../../protocol/bridge.ts";
import { LIMITS } from "../../protocol/limits.ts";
import { currentProvenance } from "./own-result.ts";
import { plainImageFill, visibleFills } from "./plain-image.ts";

type Kind = LayerSummary["kind"];
type Blocked = LayerSummary["blocked"];

const KINDS: Readonly<Record<string, Kind>> = {
  TEXT: "text",
  RECTANGLE: "vector",
  ELLIPSE: "vector",
  POLYGON: "vector",
  STAR: "vector",
  LINE: "vector",
  VECTOR: "vector",
  BOOLEAN_OPERATION: "vector",
  FRAME: "frame",
  SECTION: "frame",
  SLIDE: "frame",
  GROUP: "group",
  TRANSFORM_GROUP: "group",
  COMPONENT: "component",
  COMPONENT_SET: "component",
  INSTANCE: "instance",
};

/** Live text and layers that are no picture. A patch lies over its layer, so over a live letter the letter would still show beside it. */
const NOT_PIXELS: readonly Kind[] = ["text", "other"];

/** Layers with children are what their children are; the rest is an image if it shows one. */
export function layerKind(node: SceneNode): Kind {
  const showsImage = visibleFills(node).some((fill) => fill.type === "IMAGE");
  const isBare = !("children" in node) || node.children.length === 0;
  return showsImage && isBare && node.type !== "INSTANCE" ? "image" : (KINDS[node.type] ?? "other");
}

function isHidden(node: SceneNode): boolean {
  for (let at: BaseNode | null = node; at !== null; at = at.parent) if ("visible" in at && !at.visible) return true;
  return "absoluteRenderBounds" in node && node.absoluteRenderBounds === null;
}

function isEmpty(node: SceneNode): boolean {
  if (node.width === 0 || node.height === 0) return true;
  const isBare = !("children" in node) || node.children.length === 0;
  const strokes = "strokes" in node ? node.strokes : [];
  return isBare && "fills" in node && visibleFills(node).length === 0 && strokes.length === 0;
}

/** Why the layer cannot be edited. An image that is nothing but its file can be, even hidden: its bytes are there without drawing. */
export function blockedReason(node: SceneNode, readOnly: boolean): Blocked {
  if (readOnly) return "read_only";
  if (NOT_PIXELS.includes(layerKind(node))) return "not_pixels";
  if (plainImageFill(node) !== undefined) return "none";
  if (isEmpty(node)) return "empty";
  if (isHidden(node)) return "invisible";
  const { width, height } = node.absoluteBoundingBox ?? node;
  return Math.max(width, height) > LIMITS.figmaImageSidePx ? "too_large" : "none";
}

/** What the panel needs to know of a layer. Reads only. */
export function layerSummary(node: SceneNode, readOnly: boolean): LayerSummary {
  const { id, name, width, height } = node;
  const summary = { id, name, kind: layerKind(node), width, height, blocked: blockedReason(node, readOnly) };
  const provenance = currentProvenance(node);
  return provenance === undefined ? summary : { ...summary, provenance: JSON.stringify(provenance) };
}
