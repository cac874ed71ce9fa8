import assert from "node:assert/strict";
import { test } from "node:test";
import { createPress } from "../../../test/fixtures/lettering.ts";
import { shadowCoverage } from "../fit/shadow.ts";
import { cellEdges } from "../frame.ts";
import { haloedFill } from "./halo.ts";

const press = createPress();

/** Difference from the ground of letters with a halo of this strength around them. */
async function seen(weight: number, strength: number) {
  const { coverage, frame, line } = await press.letter({ text: "Bakery", sizePx: 70, weight });
  const halo = shadowCoverage(coverage, { dx: 0, dy: 0, blurPx: 9 });
  const off = Float32Array.from(coverage.data, (a, i) => 200 * (a + (1 - a) * Math.min(1, strength * halo.data[i])));
  const ink = { ...coverage, data: Uint8Array.from(off, (v) => (v > 60 ? 255 : 0)) };
  return { coverage, ink, at: { off, frame, edges: cellEdges(line.chars, frame.halfU) } };
}

test("strokes are told from the glow around them", async () => {
  const { coverage, ink, at } = await seen(500, 1.5);
  const fill = haloedFill(ink, at);
  assert.ok(fill);
  let [both, either] = [0, 0];
  for (let i = 0; i < fill.data.length; i++) {
    const [a, b] = [fill.data[i] !== 0, coverage.data[i] > 0.5];
    if (a && b) both++;
    if (a || b) either++;
  }
  assert.ok(both / either > 0.85, `${both / either}`);
});

test("plain letters, however bold, have no halo", async () => {
  for (const weight of [300, 900]) {
    const { ink, at } = await seen(weight, 0);
    assert.equal(haloedFill(ink, at), undefined);
  }
});
