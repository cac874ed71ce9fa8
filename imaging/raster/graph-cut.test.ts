import assert from "node:assert/strict";
import { test } from "node:test";
import { type CutCosts, graphCut } from "./graph-cut.ts";
import { mulberry32 } from "./random.ts";

const STEPS = [
  [1, 0],
  [-1, 1],
  [0, 1],
  [1, 1],
] as const;

/** What a labelling costs, pixels with bit 1 being thing. */
function costOf({ width, height, gain, links }: CutCosts, thing: (i: number) => boolean): number {
  let cost = 0;
  for (let i = 0; i < gain.length; i++) {
    cost += thing(i) ? Math.max(0, -gain[i]) : Math.max(0, gain[i]);
    for (const [k, [dx, dy]] of STEPS.entries()) {
      const [x, y] = [(i % width) + dx, Math.floor(i / width) + dy];
      if (x >= 0 && x < width && y < height && thing(i) !== thing(y * width + x)) cost += links[i * 4 + k];
    }
  }
  return cost;
}

test("no labelling of a small picture is cheaper than the cut", () => {
  const random = mulberry32(5);
  for (let round = 0; round < 40; round++) {
    const costs: CutCosts = {
      width: 4,
      height: 3,
      gain: Float32Array.from({ length: 12 }, () => Math.round(10 * random() - 5)),
      links: Float32Array.from({ length: 48 }, () => Math.round(4 * random())),
    };
    const found = graphCut(costs);
    let least = Number.POSITIVE_INFINITY;
    for (let bits = 0; bits < 2 ** 12; bits++)
      least = Math.min(
        least,
        costOf(costs, (i) => ((bits >> i) & 1) === 1),
      );
    assert.equal(
      costOf(costs, (i) => found.data[i] === 255),
      least,
      `round ${round}`,
    );
  }
});
