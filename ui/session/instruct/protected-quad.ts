import type { Quad, Rect } from "../../../protocol/geometry.ts";

/** The rectangle around a quad, not rounded, so that fitting a quad to its own extent leaves it as it is. */
export function extentOf(quad: Quad<"image">): Rect<"image"> {
  const xs = quad.map((p) => p.x);
  const ys = quad.map((p) => p.y);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

/** The quad moved and stretched with the rectangle around it. */
export function fittedTo(quad: Quad<"image">, to: Rect<"image">): Quad<"image"> {
  const from = extentOf(quad);
  const at = ({ x, y }: Quad<"image">[number]) => ({
    x: to.x + ((x - from.x) * to.width) / from.width,
    y: to.y + ((y - from.y) * to.height) / from.height,
  });
  const [a, b, c, d] = quad;
  return [at(a), at(b), at(c), at(d)];
}
