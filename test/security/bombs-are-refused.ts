import { createChildCodec } from "../../local-server/codec/child-codec.ts";
import type { Codec } from "../../local-server/codec/codec.ts";
import { silentLogger } from "../../local-server/observability/logger.ts";
import { somePng } from "../fixtures/broken-pictures.ts";
import { largestLegal, pictureBombs } from "../fixtures/malformed/picture-bombs.ts";
import { childrenOf, forgetPeak, peakBytes, residentBytes } from "./harness/child-memory.ts";
import type { Figure, Measurement } from "./harness/measurement.ts";

const MB = 2 ** 20;

interface Cost {
  readonly decoded: boolean;
  readonly ms: number;
  readonly growthBytes: number;
  readonly peakBytes: number;
}

/** Time and memory of one picture in a decoder that is already warm. */
async function costOf(codec: Codec, bytes: Uint8Array): Promise<Cost> {
  await codec.decode(await somePng());
  const [child] = childrenOf();
  const held = child === undefined ? 0 : residentBytes(child);
  if (child !== undefined) forgetPeak(child);
  const start = performance.now();
  const done = await codec.decode(bytes);
  const ms = performance.now() - start;
  const peak = child === undefined ? 0 : peakBytes(child);
  return { decoded: done.ok, ms, growthBytes: peak - held, peakBytes: peak };
}

/** T4: bombs are told from their headers; the largest legal picture stays within its memory. */
export const bombsAreRefused: Measurement = {
  id: "T4",
  name: "bombs",
  title: "Decompression bombs",
  counts: { suite: 1, full: 1 },
  measure: async () => {
    const codec = createChildCodec({ logger: silentLogger });
    const figures: Figure[] = [];
    for (const { name, bytes, expect } of pictureBombs()) {
      const cost = await costOf(codec, bytes);
      if (expect === "refused") figures.push({ what: `${name}: decoded`, value: cost.decoded ? 1 : 0, atMost: 0 });
      figures.push({ what: `${name}: time`, value: cost.ms, unit: "ms", atMost: 50, timing: true });
      figures.push({ what: `${name}: memory`, value: cost.growthBytes / MB, unit: "MB", atMost: 32 });
    }
    const legal = await costOf(codec, largestLegal());
    figures.push({ what: "7,000 × 7,000 RGBA: decoded", value: legal.decoded ? 1 : 0, atLeast: 1 });
    figures.push({ what: "7,000 × 7,000 RGBA: time", value: legal.ms, unit: "ms", atMost: 5000, timing: true });
    figures.push({ what: "7,000 × 7,000 RGBA: decoder's peak", value: legal.peakBytes / MB, unit: "MB", atMost: 340 });
    await codec.close();
    return figures;
  },
};
