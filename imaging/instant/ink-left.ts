import { labelComponents } from "../raster/components.ts";
import { distanceToMask } from "../raster/distance.ts";
import { maskWhere } from "../raster/mask-where.ts";
import type { Mask } from "../raster/raster.ts";
import { worstChannel } from "../raster/worst-channel.ts";
import { cellOf } from "../text/frame.ts";
import type { Reconstruction } from "./reconstruct.ts";

/** Pixels this near the letters' colour may be left of them, 0–255 in the worst channel. */
const ALIKE = 36;
/** A piece is seen from this size on, em², and one larger than a letter is a thing. */
const PIECE = { least: 0.006, most: 0.6 } as const;
/** Pieces lie in what was restored, or no further from it, pixels. */
const BESIDE = 1.5;
/** Share of the ground further off, from which on that colour is the ground's own. */
const COMMON = 0.01;

type Restored = Pick<Reconstruction, "region" | "frame" | "matte" | "mask" | "plate" | "setting">;

/** Where the restored picture has the letters' colour. */
function inLettersColour({ region, frame, matte, plate }: Restored): Mask {
  const { overall, cells } = matte.colours;
  const palette = Float32Array.from((matte.perCharacter ? cells : [overall]).flat());
  const colourAt = (i: number): number => (matte.perCharacter ? cellOf(matte.edges, frame.u[i]) : 0);
  const { pixels } = plate;
  return maskWhere(
    region.foreign,
    (i) => region.foreign.data[i] === 0 && worstChannel(pixels.data, palette, { i, j: colourAt(i) }) <= ALIKE,
  );
}

/**
 * Whether a piece of the letters is left in the restored ground, or spread in it: it has their colour, as nothing around them has, lies where they stood and ends there.
 */
export function leavesInk(found: Restored): boolean {
  const { mask, region, setting } = found;
  const alike = inLettersColour(found);
  const distance = distanceToMask(mask);
  const { labels, components } = labelComponents(alike);
  const inside = new Float64Array(components.length + 1);
  let [strange, ground] = [0, 0];
  for (let i = 0; i < labels.length; i++) {
    if (distance[i] <= BESIDE) inside[labels[i]]++;
    else if (distance[i] > 0.1 * setting.sizePx && region.foreign.data[i] === 0) {
      ground++;
      if (labels[i] !== 0) strange++;
    }
  }
  if (strange > COMMON * ground) return false;
  const em = setting.sizePx * setting.sizePx;
  return components.some(({ area }, k) => area >= PIECE.least * em && area <= PIECE.most * em && inside[k + 1] > 0);
}
