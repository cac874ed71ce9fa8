import type { FloatImage, Mask } from "../raster/raster.ts";
import type { LineFrame } from "../text/frame.ts";
import { restorePlate } from "../text/plate/restore-plate.ts";
import type { LineRegion, Plate } from "../text/types.ts";

/** Stretches of the line, as `u`, in which the mask has pixels; neighbours nearer than `gap` are one. */
function stretches(mask: Mask, frame: LineFrame, gap: number): readonly (readonly [number, number])[] {
  const reach = Math.ceil(Math.hypot(frame.width, frame.height));
  const filled = new Uint8Array(2 * reach + 1);
  for (let i = 0; i < mask.data.length; i++) if (mask.data[i] !== 0) filled[Math.round(frame.u[i]) + reach] = 1;
  const found: [number, number][] = [];
  for (let k = 0; k < filled.length; k++) {
    if (filled[k] === 0) continue;
    const last = found[found.length - 1];
    if (last && k - reach - last[1] < gap) last[1] = k - reach;
    else found.push([k - reach, k - reach]);
  }
  return found;
}

const partOf = (mask: Mask, frame: LineFrame, [from, to]: readonly [number, number]): Mask => ({
  ...mask,
  data: mask.data.map((m, i) => (m !== 0 && Math.round(frame.u[i]) >= from && Math.round(frame.u[i]) <= to ? 255 : 0)),
});

const MOST_PARTS = 5;

/** What the other parts cover is neither known nor to be filled yet. */
const withOthers = (region: LineRegion, whole: Mask, part: Mask): LineRegion => ({
  ...region,
  foreign: {
    ...region.foreign,
    data: region.foreign.data.map((f, i) => (f !== 0 || (whole.data[i] !== 0 && part.data[i] === 0) ? 255 : 0)),
  },
});

function merged(plates: readonly { readonly plate: Plate; readonly part: Mask }[], source: FloatImage): Plate {
  const data = Float32Array.from(source.data);
  for (const { plate, part } of plates) {
    for (let i = 0; i < part.data.length; i++)
      if (part.data[i] !== 0) for (let k = i * 3; k < i * 3 + 3; k++) data[k] = plate.pixels.data[k];
  }
  const worst = plates.reduce((a, b) => (b.plate.holdOutError > a.plate.holdOutError ? b : a)).plate;
  return { ...worst, seam: Math.max(...plates.map(({ plate }) => plate.seam)), pixels: { ...source, data } };
}

/**
 * The plate of a line whose ground changes along it: parts of the text that stand apart are restored one by one, each from
 * its own surroundings, so that what is right under one end of the line is not carried to the other.
 */
export async function plateByParts(
  region: LineRegion,
  mask: Mask,
  at: { readonly frame: LineFrame; readonly gap: number; readonly seed: number; readonly signal: AbortSignal },
): Promise<Plate> {
  const { seed, signal } = at;
  const found = stretches(mask, at.frame, at.gap);
  if (found.length < 2 || found.length > MOST_PARTS) return restorePlate(region, mask, { seed, signal });
  const plates: { plate: Plate; part: Mask }[] = [];
  for (const stretch of found) {
    const part = partOf(mask, at.frame, stretch);
    plates.push({ part, plate: await restorePlate(withOthers(region, mask, part), part, { seed, signal }) });
  }
  return merged(plates, region.pixels);
}
