import { luma, type Rgb } from "../../raster/colour.ts";
import { distanceInsideMask } from "../../raster/distance.ts";
import type { FloatImage, Mask, Plane } from "../../raster/raster.ts";

/** From this depth on a pixel of the letters, pixels, shows nothing of what lies around them. */
const CORE = 2;
/** Less of a letter than this in a pixel is not seen. */
const LEAST = 0.02;

/** Letters as they were seen. */
export interface SeenLetters {
  readonly source: FloatImage;
  /** 255 = their fill, and its soft coverage, 0–1. */
  readonly fillMask: Mask;
  readonly fill: Plane;
  /** What surrounds the fill, spread under it. */
  readonly around: FloatImage;
  /** The fill's colour at a pixel, now and as wished. */
  readonly before: (i: number) => Rgb;
  readonly after: (i: number) => Rgb;
}

export interface Repainted {
  readonly pixels: FloatImage;
  /** 255 = other than in the source. */
  readonly mask: Mask;
  /** How much of the letters' contrast their old colour and their coverage leave unexplained, 0 = nothing. */
  readonly unexplained: number;
}

/** Coverage of the fill, whole where a pixel lies so deep in it that what it lacks is light or wear. */
function coverageOf({ fill, fillMask }: SeenLetters): Float32Array {
  const inward = distanceInsideMask(fillMask);
  return fill.data.map((share, i) => (fillMask.data[i] !== 0 && inward[i] >= CORE ? 1 : share));
}

/**
 * Letters in another colour that keep their own form: of every pixel the letters' share takes the new colour, and what light, wear and grain make of it stays as
 * lightness. What is not letter equals the source bit for bit.
 */
export function repainted(seen: SeenLetters): Repainted {
  const { source, around } = seen;
  const data = Float32Array.from(source.data);
  const mask = { ...seen.fillMask, data: new Uint8Array(seen.fillMask.data.length) };
  const coverage = coverageOf(seen);
  let [missed, contrast] = [0, 0];
  for (let i = 0; i < coverage.length; i++) {
    const share = coverage[i];
    if (share < LEAST) continue;
    const [old, wished] = [seen.before(i), seen.after(i)];
    const off = [0, 1, 2].map((c) => source.data[i * 3 + c] - around.data[i * 3 + c] * (1 - share) - old[c] * share);
    const light = luma(off[0], off[1], off[2]);
    for (let c = 0; c < 3; c++) {
      // Deep in a letter its own tint goes with its colour; at its rim what is off may as well be the ground's.
      data[i * 3 + c] += share * (wished[c] - old[c] - share * (off[c] - light));
      missed += share * Math.abs(off[c]);
      contrast += share * Math.abs(old[c] - around.data[i * 3 + c]);
    }
    mask.data[i] = 255;
  }
  return { pixels: { ...source, data }, mask, unexplained: contrast === 0 ? 1 : missed / contrast };
}
