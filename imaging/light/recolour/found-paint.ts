import type { Plane } from "../../raster/raster.ts";

/** The paint to change: its share of each pixel, and how sure that is the thing meant. */
export interface FoundPaint {
  readonly mask: Plane;
  readonly confidence: number;
  readonly reasons: readonly string[];
}

/** How much of the picture the paint takes where it may be, for the confidence: a sliver is a doubtful find. */
export function judged(mask: Plane, within: Plane, base: { confidence: number; reasons: readonly string[] }): FoundPaint {
  let [own, all, soft] = [0, 0, 0];
  for (let i = 0; i < mask.data.length; i++) {
    if (within.data[i] <= 0) continue;
    all++;
    own += mask.data[i];
    if (mask.data[i] > 0.15 && mask.data[i] < 0.85) soft++;
  }
  const frayed = own === 0 ? 1 : soft / own;
  const doubts = [
    ...(own < 0.05 * all ? [{ factor: 0.5, says: "Only a small part of the area has the colour that was changed." }] : []),
    ...(frayed > 0.35 ? [{ factor: 0.6, says: "The edge of the recoloured part is unclear; look at it." }] : []),
  ];
  return {
    mask,
    confidence: base.confidence * doubts.reduce((f, d) => f * d.factor, 1),
    reasons: [...base.reasons, ...doubts.map((d) => d.says)],
  };
}
