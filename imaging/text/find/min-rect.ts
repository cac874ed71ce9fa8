import type { OrientedBox, Point, Space } from "../../../protocol/geometry.ts";

const cross = (o: Point<Space>, a: Point<Space>, b: Point<Space>): number => (a.x - o.x) * (b.y - o.y) - (a.y - o.y) * (b.x - o.x);

/** Convex hull by Andrew's monotone chain, without collinear points. O(n log n). */
export function convexHull<S extends Space>(points: readonly Point<S>[]): Point<S>[] {
  const sorted = [...points].sort((a, b) => a.x - b.x || a.y - b.y);
  const half = (run: readonly Point<S>[]): Point<S>[] => {
    const chain: Point<S>[] = [];
    for (const p of run) {
      while (chain.length > 1 && cross(chain[chain.length - 2], chain[chain.length - 1], p) <= 0) chain.pop();
      chain.push(p);
    }
    return chain.slice(0, -1);
  };
  return [...half(sorted), ...half(sorted.toReversed())];
}

/** The rectangle of least area around the points (rotating calipers: one side lies on the hull). `angle` in (−π/4, π/4]. */
export function minRect<S extends Space>(points: readonly Point<S>[]): OrientedBox<S> {
  const hull = convexHull(points);
  const boxes = hull.map((a, i) => {
    const b = hull[(i + 1) % hull.length];
    return boxAlong(hull, Math.atan2(b.y - a.y, b.x - a.x));
  });
  const least = boxes.reduce((best, box) => (box.width * box.height < best.width * best.height ? box : best));
  return levelled(least);
}

/** Bounding rectangle of the points whose width runs along `angle`. */
export function boxAlong<S extends Space>(points: readonly Point<S>[], angle: number): OrientedBox<S> {
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  let [u0, u1, v0, v1] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { x, y } of points) {
    const [u, v] = [x * c + y * s, y * c - x * s];
    u0 = Math.min(u0, u);
    u1 = Math.max(u1, u);
    v0 = Math.min(v0, v);
    v1 = Math.max(v1, v);
  }
  const [u, v] = [(u0 + u1) / 2, (v0 + v1) / 2];
  return { cx: u * c - v * s, cy: u * s + v * c, width: u1 - u0, height: v1 - v0, angle };
}

/** The same rectangle with its angle in (−π/4, π/4], width and height exchanged as needed. */
function levelled<S extends Space>(box: OrientedBox<S>): OrientedBox<S> {
  let { angle, width, height } = box;
  while (angle > Math.PI / 4 + 1e-9) {
    angle -= Math.PI / 2;
    [width, height] = [height, width];
  }
  while (angle <= -Math.PI / 4 + 1e-9) {
    angle += Math.PI / 2;
    [width, height] = [height, width];
  }
  return { cx: box.cx, cy: box.cy, width, height, angle };
}
