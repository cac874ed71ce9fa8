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

/** A fill judged at the hole's rim. */
export type FittedFill = Fill & { readonly seam: number };

/** What several things at the hole's rim go on as: pieces of theirs instead of lines drawn across; `undefined` where there are none to take. */
export type Pieces = () => Promise<Float32Array | undefined>;

/** Pieces of what calmly meets the hole in several colours, where they meet the rim better than the fill does. */
async function piecedFill(ground: Ground, fill: FittedFill, pieces: Pieces): Promise<FittedFill | undefined> {
  const pixels = ground.reach <= PIECED && meetsSeveral(ground) ? await pieces() : undefined;
  const seam = pixels === undefined ? fill.seam : seamShare(ground, pixels);
  return pixels === undefined || seam >= fill.seam ? undefined : { ...fill, method: "patch", pixels, seam };
}

/**
 * The fill with its seam; where it cuts something off though the very rim is calm, what goes on from that rim: several things in pieces of theirs, or, where
 * the letters stand on a tight label, that.
 */
export async function fittedToRim(ground: Ground, fill: Fill, pieces: Pieces): Promise<FittedFill> {
  const seam = Math.max(fill.seam ?? 0, seamShare(ground, fill.pixels));
  const own = { ...fill, seam };
  if (seam <= CUT_OFF) return own;
  const isPlain = fill.method === "smooth" || fill.method === "smooth+grain" || fill.method === "edges";
  const film = isPlain ? rimFill(ground) : undefined;
  const calm = film && film.restless <= CALM ? film : undefined;
  const pieced = calm && (await piecedFill(ground, own, pieces));
  if (pieced !== undefined) return pieced;
  let best: FittedFill = own;
  for (const [method, made] of [["label", labelFill(ground)] as const, ["rim", calm] as const]) {
    if (made === undefined) continue;
    const left = seamShare(ground, made.filled);
    if (left <= HEALED * seam && left < best.seam) best = { method, pixels: made.filled, holdOutError: made.restless, seam: left };
  }
  return best;
}
