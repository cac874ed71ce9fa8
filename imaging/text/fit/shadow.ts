import { blurPlane } from "../../raster/blur.ts";
import type { Rgb } from "../../raster/colour.ts";
import { createPlane, type Plane } from "../../raster/raster.ts";

/** A soft copy of the letters below them: a shadow where it darkens, a glow where it lightens. Pixels and radians of the region. */
export interface Shadow {
  readonly dx: number;
  readonly dy: number;
  /** σ of its blur. */
  readonly blurPx: number;
  readonly colour: Rgb;
  readonly opacity: number;
  /** Copies that lie over each other, 1 unless said: glows are laid on more than once to be dense near the letters. */
  readonly times?: number;
}

/** Its share of the ground, 0–1, where its coverage is `soft`. */
export const shadowShare = ({ opacity, times = 1 }: Pick<Shadow, "opacity" | "times">, soft: number): number =>
  times === 1 ? opacity * soft : 1 - (1 - opacity * soft) ** times;

/** A plane moved by fractions of a pixel; what comes in from beyond is nothing. */
function shifted(plane: Plane, dx: number, dy: number): Plane {
  const { width, height } = plane;
  const out = createPlane(width, height);
  const [mx, my] = [Math.floor(dx), Math.floor(dy)];
  const [fx, fy] = [dx - mx, dy - my];
  const parts = [
    { x: mx, y: my, share: (1 - fx) * (1 - fy) },
    { x: mx + 1, y: my, share: fx * (1 - fy) },
    { x: mx, y: my + 1, share: (1 - fx) * fy },
    { x: mx + 1, y: my + 1, share: fx * fy },
  ];
  for (const { x: sx, y: sy, share } of parts) {
    if (share < 1e-3) continue;
    for (let y = Math.max(0, sy); y < Math.min(height, height + sy); y++) {
      const from = (y - sy) * width - sx;
      for (let x = Math.max(0, sx); x < Math.min(width, width + sx); x++) out.data[y * width + x] += share * plane.data[from + x];
    }
  }
  return out;
}

/** The letters' coverage moved and blurred. */
export function shadowCoverage(ink: Plane, { dx, dy, blurPx }: Pick<Shadow, "dx" | "dy" | "blurPx">): Plane {
  const moved = shifted(ink, dx, dy);
  return blurPx > 0.3 ? blurPlane(moved, blurPx) : moved;
}
