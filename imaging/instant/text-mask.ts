import { cropMask } from "../raster/crop.ts";
import { dilate } from "../raster/dilate.ts";
import { distanceToMask } from "../raster/distance.ts";
import { maskWhere } from "../raster/mask-where.ts";
import { createMask, type Mask, type Plane } from "../raster/raster.ts";
import { shadowCoverage } from "../text/fit/shadow.ts";
import type { LineMatte } from "../text/matte/matte.ts";
import { withTraces } from "../text/matte/rim.ts";
import { bledGround } from "../text/matte/trace-reach.ts";
import type { Setting } from "../text/setting.ts";
import type { LineRegion } from "../text/types.ts";
import type { Look } from "./look-of.ts";

interface InkSeen extends Pick<Look, "outline" | "shadow"> {
  readonly region: Pick<LineRegion, "foreign" | "pixels">;
  readonly matte: Pick<LineMatte, "fill" | "fillMask" | "inkMask" | "background" | "ground" | "noise">;
  /** Coverage of the letters as drawn in the fitted setting, with their outline. */
  readonly drawn: Plane;
  readonly setting: Pick<Setting, "sizePx" | "softness">;
  /** Overlap of the fit, 0–1. */
  readonly similarity: number;
  /** 255 = what the letters stand on, which stays. */
  readonly under?: Mask | undefined;
}

/**
 * Distance from the fill as it was seen, pixels, that an outline reaches: letters drawn in a face that is only near leave parts of it bare. On an even
 * ground all that stands off it is seen anyway.
 */
function outlineReach({ matte, outline }: Pick<InkSeen, "matte" | "outline">): (i: number) => boolean {
  if (outline === undefined || matte.background === "smooth") return () => false;
  const distance = distanceToMask(matte.fillMask);
  return (i) => distance[i] <= outline.widthPx;
}

/** Overlap of the fit from which the letters lie where they are drawn, and how far around them, em, an effect of theirs that nobody found may still lie. */
export const LIES_SO = 0.8;
const BESIDE_EM = 0.1;
/** Share of the fill's own colour from which ink far from every letter drawn is a sign the reader missed, and goes with them. */
const FILLED = 0.5;

/**
 * Whether ink belongs to letters that were recognised well, on a ground of several surfaces: what lies further off than their effects reach, and is
 * not of their colour, is another thing that differs from those surfaces too, such as a disc of light.
 */
function belongs({ matte, drawn, setting, similarity }: InkSeen): (i: number) => boolean {
  if (matte.background === "smooth" || similarity < LIES_SO) return () => true;
  const distance = distanceToMask(maskWhere(drawn, (i) => drawn.data[i] > 0.04));
  return (i) => distance[i] <= BESIDE_EM * setting.sizePx + 1 || matte.fill.data[i] > FILLED;
}

/** Overlap of the fit below which no face lies on the letters: what it would draw is not where they are. */
const LIES_NOWHERE = 0.3;

export const united = (a: Mask, b: Mask): Mask => maskWhere(a, (i) => a.data[i] !== 0 || b.data[i] !== 0);

/** Ink seen and ink drawn. */
function inkOf(at: InkSeen): Mask {
  const { foreign } = at.region;
  const ink = createMask(at.drawn.width, at.drawn.height);
  const isOutline = outlineReach(at);
  const isTheirs = belongs(at);
  const lies = at.similarity >= LIES_NOWHERE;
  for (let i = 0; i < ink.data.length; i++) {
    const isInk = at.matte.inkMask.data[i] !== 0 || at.matte.fill.data[i] > 0.06 || isOutline(i);
    const seen = isInk && isTheirs(i) && (at.under?.data[i] ?? 0) === 0;
    if (foreign.data[i] === 0 && (seen || (lies && at.drawn.data[i] > 0.04))) ink.data[i] = 255;
  }
  return ink;
}

/** What the plate must replace of letters on a label so tight that traces and the label's edge are not to be told apart: their ink and its antialiasing. */
export function tightMask(at: InkSeen): Mask {
  const grown = dilate(inkOf(at), 1);
  return maskWhere(grown, (i) => grown.data[i] !== 0 && at.region.foreign.data[i] === 0);
}

/** Everything the plate must replace: ink seen, ink drawn, and the rim to which their traces reach. */
export function textMask(at: InkSeen): Mask {
  const { foreign } = at.region;
  const ink = inkOf(at);
  const least = 1.5 + Math.min(3, at.setting.softness + at.setting.sizePx / 60);
  const most = Math.max(least + 2, Math.min(28, 0.28 * at.setting.sizePx));
  const { under } = at;
  // What the letters stand on is as far off the ground as their traces are.
  const others = under ? maskWhere(foreign, (i) => foreign.data[i] !== 0 || under.data[i] !== 0) : foreign;
  const traces = withTraces({ ink, foreign: others, off: at.matte.ground?.off }, { least, most, noise: at.matte.noise });
  const mask = at.matte.ground ? traces : united(traces, bledGround(at.region.pixels, { ink, foreign: others }));
  if (!at.shadow) return mask;
  // Where the shadow changes the ground by less than about one level it may stay.
  const visible = 0.006 / (at.shadow.opacity * (at.shadow.times ?? 1));
  const soft = shadowCoverage(at.drawn, at.shadow);
  return { ...mask, data: mask.data.map((m, i) => (foreign.data[i] === 0 && soft.data[i] > visible ? 255 : m)) };
}

/** How far letters' traces go on into the box of another line, which their own mask leaves alone: a share of the type's size, and at least so many pixels. */
const FRINGE = { em: 0.08, least: 3 } as const;

/** 255 = where traces of a line that was taken away may lie in another line's box. */
export function fringeOf(mask: Mask, { foreign, sizePx }: { readonly foreign: Mask; readonly sizePx: number }): Mask {
  const grown = dilate(mask, Math.max(FRINGE.least, Math.round(FRINGE.em * sizePx)));
  return maskWhere(mask, (i) => grown.data[i] !== 0 && mask.data[i] === 0 && foreign.data[i] !== 0);
}

/** The mask with the traces that lines taken away before have left in this line's box. */
export function withFringe(mask: Mask, { rect, foreign }: Pick<LineRegion, "rect" | "foreign">, fringe: Mask | undefined): Mask {
  if (fringe === undefined) return mask;
  const left = cropMask(fringe, rect);
  return maskWhere(mask, (i) => mask.data[i] !== 0 || (left.data[i] !== 0 && foreign.data[i] === 0));
}
