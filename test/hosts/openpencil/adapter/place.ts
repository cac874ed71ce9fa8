import {
  type Affine,
  apply,
  boundsOf,
  compose,
  IDENTITY,
  invert,
  type Point,
  type Rect,
  translation,
} from "../../../../protocol/geometry.ts";
import type { EngineGraph, EngineMatrix, EngineNode } from "./engine.ts";

/** Figma's transforms look through these. */
const SEE_THROUGH: readonly string[] = ["GROUP", "BOOLEAN_OPERATION"];

const turned = (degrees: number): Affine => {
  const [c, s] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  return [
    [c, -s, 0],
    [s, c, 0],
  ];
};

/** A node's matrix within its parent: the engine turns and flips about the centre. */
export function localMatrix({ x, y, width, height, rotation, flipX, flipY }: EngineNode): Affine {
  const flipped: Affine = [
    [flipX ? -1 : 1, 0, 0],
    [0, flipY ? -1 : 1, 0],
  ];
  const about = compose(compose(flipped, turned(rotation)), translation(-width / 2, -height / 2));
  return compose(translation(x + width / 2, y + height / 2), about);
}

/** A node's matrix on its page. */
export function pageMatrix(graph: EngineGraph, node: EngineNode): Affine {
  let matrix: Affine = IDENTITY;
  for (let at: EngineNode | undefined = node; at && at.type !== "CANVAS" && at.type !== "DOCUMENT"; at = graph.getNode(at.parentId ?? ""))
    matrix = compose(localMatrix(at), matrix);
  return matrix;
}

/** What Figma's `relativeTransform` is relative to: the page matrix of the nearest ancestor that is more than a grouping. */
export function containerMatrix(graph: EngineGraph, node: EngineNode): Affine {
  let at = graph.getNode(node.parentId ?? "");
  while (at && SEE_THROUGH.includes(at.type)) at = graph.getNode(at.parentId ?? "");
  return at ? pageMatrix(graph, at) : IDENTITY;
}

function inverse(matrix: Affine): Affine {
  const inverted = invert(matrix);
  if (!inverted) throw new Error("a matrix without extent has no inverse");
  return inverted;
}

/** Figma's `relativeTransform`, from where the engine has the node. */
export const relativeMatrix = (graph: EngineGraph, node: EngineNode): Affine =>
  compose(inverse(containerMatrix(graph, node)), pageMatrix(graph, node));

/** The engine's fields for a matrix with unit axes within the parent. */
function fieldsFor(local: Affine, { width, height }: EngineNode): Partial<EngineNode> {
  const [[a, c], [b, d]] = local;
  const flipY = a * d - b * c < 0;
  const rotation = (Math.atan2(flipY ? -b : b, a) * 180) / Math.PI;
  const centre = apply(local, { x: width / 2, y: height / 2 });
  return { x: centre.x - width / 2, y: centre.y - height / 2, rotation, flipX: false, flipY };
}

/** Places a node so that Figma's `relativeTransform` would be this. */
export function placeNode(graph: EngineGraph, node: EngineNode, relative: Affine): void {
  const onPage = compose(containerMatrix(graph, node), relative);
  const parent = graph.getNode(node.parentId ?? "");
  const local = compose(inverse(parent ? pageMatrix(graph, parent) : IDENTITY), onPage);
  graph.updateNode(node.id, fieldsFor(local, node));
}

/** Where the four corners come to lie on the page. */
export function pageCorners(graph: EngineGraph, node: EngineNode): Point<"canvas">[] {
  const matrix = pageMatrix(graph, node);
  const { width, height } = node;
  return [
    apply(matrix, { x: 0, y: 0 }),
    apply(matrix, { x: width, y: 0 }),
    apply(matrix, { x: width, y: height }),
    apply(matrix, { x: 0, y: height }),
  ];
}

export const pageBox = (graph: EngineGraph, node: EngineNode): Rect<"canvas"> => boundsOf(pageCorners(graph, node));

export const toEngineMatrix = ([[m00, m01, m02], [m10, m11, m12]]: Affine): EngineMatrix => ({ m00, m01, m02, m10, m11, m12 });
export const fromEngineMatrix = ({ m00, m01, m02, m10, m11, m12 }: EngineMatrix): Affine => [
  [m00, m01, m02],
  [m10, m11, m12],
];
