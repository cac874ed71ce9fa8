import { movedTo } from "./auto-layout.ts";
import type { ConstraintType } from "./node-record.ts";
import type { Scene } from "./scene.ts";

interface Span {
  readonly at: number;
  readonly size: number;
}

function constrained(kind: ConstraintType, span: Span, from: number, to: number): Span {
  if (kind === "MAX") return { at: span.at + to - from, size: span.size };
  if (kind === "CENTER") return { at: span.at + (to - from) / 2, size: span.size };
  if (kind === "STRETCH") return { at: span.at, size: Math.max(0.01, span.size + to - from) };
  if (kind === "SCALE") return { at: (span.at * to) / from, size: (span.size * to) / from };
  return span;
}

/** Resizes a node; the children of a frame follow their constraints. */
export function resizeWithConstraints(scene: Scene, id: string, width: number, height: number): void {
  const frame = scene.get(id);
  scene.patch(id, { width, height });
  if (frame.layout.mode !== "NONE") return;
  for (const childId of frame.children) {
    const child = scene.get(childId);
    const h = constrained(child.constraints.horizontal, { at: child.transform[0][2], size: child.width }, frame.width, width);
    const v = constrained(child.constraints.vertical, { at: child.transform[1][2], size: child.height }, frame.height, height);
    scene.patch(childId, { transform: movedTo(child.transform, h.at, v.at) });
    resizeWithConstraints(scene, childId, h.size, v.size);
  }
}
