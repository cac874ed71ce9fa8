/** Around a point: half its width and height, and how round its corners are, all in pixels. */
export interface RoundedRect {
  readonly cx: number;
  readonly cy: number;
  readonly halfWidth: number;
  readonly halfHeight: number;
  readonly radius: number;
}

/** Signed distance from a pixel's centre to a rectangle with round corners, pixels: negative inside. */
export function roundedDistance({ cx, cy, halfWidth, halfHeight, radius }: RoundedRect): (x: number, y: number) => number {
  const [hx, hy] = [halfWidth - radius, halfHeight - radius];
  return (x, y) => {
    const [dx, dy] = [Math.abs(x + 0.5 - cx) - hx, Math.abs(y + 0.5 - cy) - hy];
    return Math.hypot(Math.max(0, dx), Math.max(0, dy)) + Math.min(0, Math.max(dx, dy)) - radius;
  };
}
