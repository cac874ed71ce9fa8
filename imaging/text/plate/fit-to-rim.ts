import type { Plate } from "../types.ts";
import type { Ground } from "./ground.ts";
import { labelFill } from "./label-fill.ts";
import { rimFill } from "./rim-fill.ts";
import { CUT_OFF, seamShare } from "./seam.ts";

/** `seam`: where another fill showed that something is cut off there, its own. */
export type Fill = Pick<Plate, "method" | "holdOutError"> & { readonly pixels: Float32Array; readonly seam?: number };
/** RMS restlessness of a rim, 0–255, up to which one film over the hole is what lies there; and the share of the other fill's cut it may leave. */
const CALM = 14;
const HEALED = 0.5;

/** The fill with its seam; where it cuts something off though the very rim is calm, what goes on from that rim: the letters stand on a tight label. */
export function fittedToRim(ground: Ground, fill: Fill): Fill & { readonly seam: number } {
  const seam = Math.max(fill.seam ?? 0, seamShare(ground, fill.pixels));
  const own = { ...fill, seam };
  if (seam <= CUT_OFF) return own;
  const isPlain = fill.method === "smooth" || fill.method === "smooth+grain" || fill.method === "edges";
  const film = isPlain ? rimFill(ground) : undefined;
  let best: Fill & { readonly seam: number } = own;
  for (const [method, made] of [
    ["label", labelFill(ground)] as const,
    ["rim", film && film.restless <= CALM ? film : undefined] as const,
  ]) {
    const left = made === undefined ? Number.POSITIVE_INFINITY : seamShare(ground, made.filled);
    if (made && left <= HEALED * seam && left < best.seam) best = { method, pixels: made.filled, holdOutError: made.restless, seam: left };
  }
  return best;
}
