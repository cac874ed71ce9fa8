import type { Size } from "../../protocol/geometry.ts";
import { LIMITS } from "../../protocol/limits.ts";

/** Layers up to this length are drawn at twice their size: small type is then read and fitted far better, at a bearable cost. */
const DOUBLED_UP_TO = 1024;
/** A tiny layer with a huge image in it does not need all of its pixels. */
const MAX_DENSITY = 8;

/**
 * Pixels per canvas unit to draw a layer with: its image's own `density` if it has one, at least 2 for small layers and 1 for others, and
 * never so many that a side exceeds `LIMITS.figmaImageSidePx`. Layers longer than that limit are refused before: below one pixel a unit a patch would be
 * blurrier than the layer under it.
 */
export function renderScale(box: Size<"canvas">, density: number): number {
  const longest = Math.max(box.width, box.height);
  const least = longest <= DOUBLED_UP_TO ? 2 : 1;
  return Math.min(LIMITS.figmaImageSidePx / longest, Math.max(least, Math.min(density, MAX_DENSITY)));
}

/** The export constraint for `scale`. A capped picture is asked for by its longer side, so that rounding cannot carry it over the limit. */
export function renderConstraint(
  box: Size<"canvas">,
  scale: number,
): { readonly type: "SCALE" | "WIDTH" | "HEIGHT"; readonly value: number } {
  const longest = Math.max(box.width, box.height);
  if (longest * scale < LIMITS.figmaImageSidePx) return { type: "SCALE", value: scale };
  return { type: box.width >= box.height ? "WIDTH" : "HEIGHT", value: LIMITS.figmaImageSidePx };
}
