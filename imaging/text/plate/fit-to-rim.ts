import type { Plate } from "../types.ts";
import type { Ground } from "./ground.ts";
import { labelFill } from "./label-fill.ts";
import { rimFill } from "./rim-fill.ts";
import { CUT_OFF, seamShare } from "./seam.ts";
import { meetsSeveral } from "./several.ts";

/** `seam`: where another fill showed that something is cut off there, its own. */
export type Fill = Pick<Plate, "method" | "holdOutError"> & { readonly pixels: Float32Array; readonly seam?: number };
/** RMS restlessness of a rim, 0–255, up to which one film over the hole is what lies there; and the share of the other fill's cut it may leave. */
const CALM = 14;
const HEALED = 0.5;

/** Pixels from a hole's rim to its middle over which pieces of several things can still meet as they did; further in, one of them grows over the others. */
const PIECED = 20;

/** A fill judged at the hole's rim. `several`: it cuts something off where calm things of several colours meet the hole, which only their pieces can go on. */
export type FittedFill = Fill & { readonly seam: number; readonly several?: boolean };

/** The fill with its seam; where it cuts something off though the very rim is calm, what goes on from that rim: the letters stand on a tight label. */
export function fittedToRim(ground: Ground, fill: Fill): FittedFill {
  const seam = Math.max(fill.seam ?? 0, seamShare(ground, fill.pixels));
  const own = { ...fill, seam };
  if (seam <= CUT_OFF) return own;
  const isPlain = fill.method === "smooth" || fill.method === "smooth+grain" || fill.method === "edges";
  const film = isPlain ? rimFill(ground) : undefined;
  const calm = film && film.restless <= CALM ? film : undefined;
  const several = calm !== undefined && ground.reach <= PIECED && meetsSeveral(ground);
  if (several) return { ...own, several };
  let best: FittedFill = own;
  for (const [method, made] of [["label", labelFill(ground)] as const, ["rim", calm] as const]) {
    if (made === undefined) continue;
    const left = seamShare(ground, made.filled);
    if (left <= HEALED * seam && left < best.seam) best = { method, pixels: made.filled, holdOutError: made.restless, seam: left };
  }
  return best;
}
