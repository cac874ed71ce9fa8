import { apply, invert } from "../../protocol/geometry.ts";
import type { NodeRecord } from "../document/node-record.ts";
import type { Paint } from "../document/paint.ts";
import type { Context2d } from "./canvas-ports.ts";

interface Rgba {
  readonly r: number;
  readonly g: number;
  readonly b: number;
  readonly a?: number;
}
export const cssColour = ({ r, g, b, a = 1 }: Rgba): string => `rgb(${r * 255} ${g * 255} ${b * 255} / ${a})`;

type Gradient = Exclude<Paint, { type: "SOLID" } | { type: "IMAGE" }>;

/** Figma's gradient transform takes the node's unit square to the gradient's, in which it runs from (0, ½) to (1, ½). */
function gradientStyle(context: Context2d, paint: Gradient, node: NodeRecord): CanvasGradient | string {
  const back = invert(paint.gradientTransform);
  if (back === undefined) return "transparent";
  const at = (x: number, y: number): { readonly x: number; readonly y: number } => {
    const p = apply<"canvas">(back, { x, y });
    return { x: p.x * node.width, y: p.y * node.height };
  };
  const start = at(0, 0.5);
  const end = at(1, 0.5);
  const centre = at(0.5, 0.5);
  const reach = Math.hypot(end.x - centre.x, end.y - centre.y);
  const gradient =
    paint.type === "GRADIENT_LINEAR"
      ? context.createLinearGradient(start.x, start.y, end.x, end.y)
      : context.createRadialGradient(centre.x, centre.y, 0, centre.x, centre.y, reach);
  for (const { position, color } of paint.gradientStops) gradient.addColorStop(position, cssColour(color));
  return gradient;
}

/** A style for `fillStyle` or `strokeStyle`; pictures are drawn, not filled, so they have none. */
export function styleOf(context: Context2d, paint: Paint, node: NodeRecord): CanvasGradient | string | undefined {
  if (paint.type === "IMAGE") return undefined;
  return paint.type === "SOLID" ? cssColour(paint.color) : gradientStyle(context, paint, node);
}
