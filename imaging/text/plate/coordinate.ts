import type { Ground } from "./ground.ts";

/** One number a pixel has, along which a designed ground changes: the way across straight bands, or the distance from a centre. */
export type Coordinate =
  | { readonly kind: "straight"; readonly angle: number }
  | {
      readonly kind: "round";
      readonly cx: number;
      readonly cy: number;
      /** Width over height of an oval; absent for circles. */
      readonly aspect?: number;
    };

/** The coordinate as a function, pixels; evaluated once a pixel, so it closes over what it needs. */
export function coordinateOf(c: Coordinate): (x: number, y: number) => number {
  if (c.kind === "straight") {
    const [u, v] = [Math.cos(c.angle), Math.sin(c.angle)];
    return (x, y) => x * u + y * v;
  }
  const { cx, cy, aspect = 1 } = c;
  return (x, y) => Math.sqrt((x - cx) * (x - cx) + (y - cy) * (y - cy) * aspect * aspect);
}

const AROUND = [-1, 0, 1].flatMap((dx) => [-1, 0, 1].map((dy) => [dx, dy] as const)).filter(([dx, dy]) => dx !== 0 || dy !== 0);

/** The same coordinate moved a little along each of its settings: what a search tries next. `step` in pixels at the ground's edge. */
export function neighboursOf(c: Coordinate, step: number, { width, height }: Ground): readonly Coordinate[] {
  const reach = Math.hypot(width, height);
  if (c.kind === "straight") return [-1, 1].map((s) => ({ ...c, angle: c.angle + (s * step) / reach }));
  const moved = AROUND.map(([dx, dy]): Coordinate => ({ ...c, cx: c.cx + dx * step, cy: c.cy + dy * step }));
  const { aspect } = c;
  if (aspect === undefined) return moved;
  return [...moved, ...[-1, 1].map((s): Coordinate => ({ ...c, aspect: aspect * (1 + (s * step) / reach) }))];
}

/** Gradients below this, (levels a pixel)², are noise. */
const LEAST_STEEP = 0.04;

/**
 * The point all gradients aim at or away from, by robust least squares; `undefined` where they run parallel. On rings and on round
 * gradients that is their centre (Förstner & Gülch 1987).
 */
export function gradientCentre({ width, height, learn, pixels }: Ground): { readonly x: number; readonly y: number } | undefined {
  const points: { x: number; y: number; gx: number; gy: number; w: number }[] = [];
  const [step, far] = [Math.max(1, Math.round(Math.sqrt((width * height) / 8000))), 2];
  for (let y = far; y < height - far; y += step) {
    for (let x = far; x < width - far; x += step) {
      const at = y * width + x;
      if (!(learn[at] && learn[at - far] && learn[at + far] && learn[at - far * width] && learn[at + far * width])) continue;
      let [gx, gy] = [0, 0];
      for (let c = 0; c < 3; c++) {
        gx += pixels[(at + far) * 3 + c] - pixels[(at - far) * 3 + c];
        gy += pixels[(at + far * width) * 3 + c] - pixels[(at - far * width) * 3 + c];
      }
      const size = gx * gx + gy * gy;
      if (size > LEAST_STEEP) points.push({ x, y, gx: gx / Math.sqrt(size), gy: gy / Math.sqrt(size), w: Math.min(1, size / 9) });
    }
  }
  return points.length < 30 ? undefined : nearestToLines(points, Math.hypot(width, height));
}

/** The point nearest to all lines, each through (x, y) along (gx, gy); lines that miss it by far lose their say. */
function nearestToLines(
  lines: readonly { x: number; y: number; gx: number; gy: number; w: number }[],
  reach: number,
): { x: number; y: number } | undefined {
  let centre: { x: number; y: number } | undefined;
  for (let round = 0; round < 8; round++) {
    let [a, b, d, p, q] = [0, 0, 0, 0, 0];
    for (const { x, y, gx, gy, w } of lines) {
      const miss = centre === undefined ? 0 : Math.abs((x - centre.x) * gy - (y - centre.y) * gx);
      const away = centre === undefined ? 1 : Math.max(8, Math.hypot(x - centre.x, y - centre.y));
      const say = w / (1 + (miss / (0.05 * away + 1)) ** 2) / (centre === undefined ? 1 : away);
      const [nx, ny] = [gy, -gx];
      a += say * nx * nx;
      b += say * nx * ny;
      d += say * ny * ny;
      p += say * nx * (nx * x + ny * y);
      q += say * ny * (nx * x + ny * y);
    }
    const det = a * d - b * b;
    if (det < 1e-4 * (a + d) ** 2) return undefined;
    centre = { x: (p * d - q * b) / det, y: (q * a - p * b) / det };
  }
  return centre !== undefined && Math.hypot(centre.x, centre.y) < 12 * reach ? centre : undefined;
}
