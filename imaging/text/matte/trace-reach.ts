import { distanceToMask } from "../../raster/distance.ts";
import type { FloatImage, Mask } from "../../raster/raster.ts";
import { median } from "../../raster/statistics.ts";
import { worstChannel } from "../../raster/worst-channel.ts";

/** Colour that compression halves in size bleeds, and its blocks ring, hardly further, pixels. */
const MOST = 5;
/** Distances, pixels, at which the ground's own steps are looked at. */
const CLEAR = { from: 7, to: 11 } as const;
/** Steps outward by more than this are traces: times the ground's own, and levels 0–255. */
const USUAL = { times: 1.6, more: 2 } as const;
/** Traces fade: steps that grow outward by so much are those of an edge around the letters, as of a tight label. */
const FADING = 1.3;
/** Pixels of a distance from which their middle says something. */
const ENOUGH = 12;

/** The neighbour that lies furthest from the ink, where one lies further. */
function outward(distance: Float32Array, i: number, width: number): number | undefined {
  let best = i;
  for (const j of [i - width - 1, i - width, i - width + 1, i - 1, i + 1, i + width - 1, i + width, i + width + 1]) {
    if (distance[j] > distance[best]) best = j;
  }
  return best === i ? undefined : best;
}

/** Steps of colour, worst channel, from a pixel to the next one outward, by whole distance from the ink. */
function stepsByDistance({ width, height, data }: FloatImage, distance: Float32Array, foreign: Mask): readonly number[][] {
  const bands: number[][] = Array.from({ length: CLEAR.to + 1 }, () => []);
  for (let y = 1; y < height - 1; y++) {
    for (let i = y * width + 1; i < y * width + width - 1; i++) {
      const k = Math.round(distance[i]);
      if (k === 0 || k > CLEAR.to || foreign.data[i] !== 0) continue;
      const j = outward(distance, i, width);
      if (j === undefined || foreign.data[j] !== 0) continue;
      bands[k].push(worstChannel(data, data, { i, j }));
    }
  }
  return bands;
}

/**
 * How far around the ink, pixels, the ground is still discoloured by it, 0–5: bleeding colour and ringing of compression. Told from how colour steps
 * outward there and further out, so that it needs no model of the ground; an edge that passes by is a minority at every distance.
 * ~5 ms on a 600×120 region.
 */
export function traceReach(image: FloatImage, { ink, foreign }: { readonly ink: Mask; readonly foreign: Mask }): number {
  const bands = stepsByDistance(image, distanceToMask(ink), foreign);
  const own = bands.slice(CLEAR.from).flat();
  if (own.length < ENOUGH) return 0;
  const limit = USUAL.times * median(own) + USUAL.more;
  let [reach, last] = [0, Number.POSITIVE_INFINITY];
  while (reach < MOST && bands[reach + 1].length >= ENOUGH) {
    const step = median(bands[reach + 1]);
    if (step <= limit || step > FADING * last) break;
    [reach, last] = [reach + 1, step];
  }
  return reach;
}
