/** Layers that can be nothing but their image. */
const PLAIN_TYPES: readonly string[] = ["RECTANGLE", "FRAME"];

const isVisible = (paint: { readonly visible?: boolean }): boolean => paint.visible !== false;
const isNormal = (blendMode: BlendMode | undefined): boolean =>
  blendMode === undefined || blendMode === "NORMAL" || blendMode === "PASS_THROUGH";

/** The visible fills from back to front; none where the layer has no fills or they differ along its text. */
export function visibleFills(node: SceneNode): readonly Paint[] {
  const fills = "fills" in node ? node.fills : [];
  return Array.isArray(fills) ? (fills as readonly Paint[]).filter(isVisible) : [];
}

/** The image fill of a layer that shows one image and no other fill, whatever else is drawn with it. */
export function soleImageFill(node: SceneNode): ImagePaint | undefined {
  const fills = visibleFills(node);
  const fill = fills[0];
  return fills.length === 1 && fill?.type === "IMAGE" && fill.imageHash !== null ? fill : undefined;
}

function isUnaltered(fill: ImagePaint): boolean {
  const filters = Object.values(fill.filters ?? {}) as (number | undefined)[];
  return (fill.opacity ?? 1) === 1 && isNormal(fill.blendMode) && (fill.rotation ?? 0) === 0 && filters.every((value) => !value);
}

function isUndecorated(node: RectangleNode | FrameNode): boolean {
  const children = "children" in node ? node.children.length : 0;
  const strokes = node.strokes.filter(isVisible).length;
  const effects = node.effects.filter(isVisible).length;
  return children === 0 && strokes === 0 && effects === 0 && node.cornerRadius === 0 && node.opacity === 1 && isNormal(node.blendMode);
}

/**
 * The fill of a layer whose look is exactly its image file: one visible, unfiltered, unturned image fill and nothing drawn beside it.
 * Rounded corners count as drawn: a patch at the corner would stick out. Where the image lies in the layer is `wholeImageBox`'s question.
 */
export function plainImageFill(node: SceneNode): ImagePaint | undefined {
  if (!PLAIN_TYPES.includes(node.type)) return undefined;
  const fill = soleImageFill(node);
  return fill !== undefined && isUnaltered(fill) && isUndecorated(node as RectangleNode | FrameNode) ? fill : undefined;
}
