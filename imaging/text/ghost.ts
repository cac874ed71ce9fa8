import { blurPlane } from "../raster/blur.ts";
import type { Mask, Plane } from "../raster/raster.ts";

/** How far the trace of a letter reaches beyond it, and from where on a change of ground is none; em. */
const TRACE = 0.03;
const GROUND = 0.25;

/**
 * What is left of old letters on a ground they were taken from: by how many levels (0–255) it still follows their shapes, as a slope of the
 * ground's luma over their softened coverage, both without what changes slowly. `foreign` pixels tell nothing.
 */
export function ghostLevels(ground: Plane, ink: Plane, { sizePx, foreign }: { readonly sizePx: number; readonly foreign: Mask }): number {
  const soft = blurPlane(ink, Math.max(1, TRACE * sizePx));
  const wide = Math.max(3, GROUND * sizePx);
  const [slowInk, slowGround] = [blurPlane(soft, wide), blurPlane(ground, wide)];
  let [both, own] = [0, 0];
  for (let i = 0; i < ink.data.length; i++) {
    if (foreign.data[i] !== 0) continue;
    const shape = soft.data[i] - slowInk.data[i];
    both += shape * (ground.data[i] - slowGround.data[i]);
    own += shape * shape;
  }
  return own < 1e-3 ? 0 : Math.abs(both / own);
}
