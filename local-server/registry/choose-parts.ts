import type { SetCard } from "./model-cards.ts";

export interface Memory {
  readonly vramGiB: number;
  readonly ramGiB: number;
}

/** Drivers tell a little less than what is printed on the box. */
const TOLERANCE = 0.93;

/** The parts of a set for a machine's memory: those every machine needs and those of the first tier it has the memory for. */
export function chooseParts({ parts, tiers }: SetCard, memory: Memory): readonly string[] {
  const fits = (tier: Memory): boolean => memory.vramGiB >= tier.vramGiB * TOLERANCE && memory.ramGiB >= tier.ramGiB * TOLERANCE;
  const tier = tiers.find(fits) ?? tiers.at(-1);
  return [...(tier?.parts ?? []), ...parts];
}
