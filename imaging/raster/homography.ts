import type { Quad, Space } from "../../protocol/geometry.ts";

/** Row-major 3×3: (x, y) → ((m0·x + m1·y + m2)/w, (m3·x + m4·y + m5)/w), w = m6·x + m7·y + m8. */
export type Homography = readonly [number, number, number, number, number, number, number, number, number];

/** The map of the rectangle [0, width]×[0, height] onto the quad, corner by corner (Heckbert 1989); `undefined` where three corners lie on a line. */
export function rectToQuad(size: { readonly width: number; readonly height: number }, quad: Quad<Space>): Homography | undefined {
  const [a, b, c, d] = quad;
  const [sx, sy] = [a.x - b.x + c.x - d.x, a.y - b.y + c.y - d.y];
  const [ux, uy, vx, vy] = [b.x - c.x, b.y - c.y, d.x - c.x, d.y - c.y];
  const det = ux * vy - vx * uy;
  if (Math.abs(det) < 1e-12) return undefined;
  const g = (sx * vy - vx * sy) / det;
  const h = (ux * sy - sx * uy) / det;
  const { width: w, height: t } = size;
  return [
    (b.x - a.x + g * b.x) / w,
    (d.x - a.x + h * d.x) / t,
    a.x,
    (b.y - a.y + g * b.y) / w,
    (d.y - a.y + h * d.y) / t,
    a.y,
    g / w,
    h / t,
    1,
  ];
}

/** The inverse map, or `undefined` where it is singular. */
export function invertHomography(m: Homography): Homography | undefined {
  const [a, b, c, d, e, f, g, h, i] = m;
  const [p, q, r] = [e * i - f * h, f * g - d * i, d * h - e * g];
  const det = a * p + b * q + c * r;
  if (det === 0 || !Number.isFinite(det)) return undefined;
  const parts = [p, c * h - b * i, b * f - c * e, q, a * i - c * g, c * d - a * f, r, b * g - a * h, a * e - b * d];
  return parts.map((v) => v / det) as unknown as Homography; // nine in, nine out
}

/** Where (x, y) goes. */
export function project(m: Homography, x: number, y: number): { x: number; y: number } {
  const w = m[6] * x + m[7] * y + m[8];
  return { x: (m[0] * x + m[1] * y + m[2]) / w, y: (m[3] * x + m[4] * y + m[5]) / w };
}
