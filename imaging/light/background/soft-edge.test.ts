import assert from "node:assert/strict";
import { test } from "node:test";
import { createPlane, type Plane, type RasterImage } from "../../raster/raster.ts";
import { oklabPixels } from "../kernel/colour-cube.ts";
import { frameRuns } from "./frame-runs.ts";
import { separate } from "./separate.ts";
import { softShare } from "./soft-edge.ts";

const SIZE = 200;
const SOFT_REASON = /Part of the edge is soft/;

/** A dark disc on white whose edge is `wide` pixels wide towards the left and `wideRight` towards the right. */
function disc(wide: number, wideRight = wide): { readonly image: RasterImage; readonly edge: Plane } {
  const edge = createPlane(SIZE, SIZE);
  const data = new Uint8ClampedArray(SIZE * SIZE * 4);
  for (let i = 0; i < edge.data.length; i++) {
    const [x, y] = [(i % SIZE) - SIZE / 2, Math.floor(i / SIZE) - SIZE / 2];
    edge.data[i] = 60 - Math.hypot(x, y);
    const inside = Math.min(1, Math.max(0, 0.5 + edge.data[i] / (x < 0 ? wide : wideRight)));
    data.set([250 - 200 * inside, 250 - 190 * inside, 250 - 170 * inside, 255], i * 4);
  }
  return { image: { width: SIZE, height: SIZE, data }, edge };
}

function shareOf(look: ReturnType<typeof disc>): number {
  return softShare(look.edge, { width: SIZE, height: SIZE, data: oklabPixels(look.image) });
}

test("a sharp cut has no soft part, nor has one that enlarging made a few pixels wide all round", () => {
  assert.equal(shareOf(disc(1)), 0);
  assert.equal(shareOf(disc(6)), 0);
});

test("where half of the edge is soft, about half of the cut is told", () => {
  const share = shareOf(disc(1, 16));
  assert.ok(share > 0.4 && share < 0.6, `${share}`);
});

test("an edge wider than enlarging makes it is soft though no part of it is sharper", () => {
  assert.ok(shareOf(disc(24)) > 0.9);
});

test("a subject out of focus is cut with the reason told, the same in focus without", () => {
  const blurred = separate(disc(20).image);
  assert.ok(blurred.ok && blurred.value.confidence < 0.5);
  assert.ok(blurred.value.reasons.some((r) => SOFT_REASON.test(r)));
  const sharp = separate(disc(1.5).image);
  assert.ok(sharp.ok && !sharp.value.reasons.some((r) => SOFT_REASON.test(r)));
});

test("a stretch of the frame round a corner counts once, on both its sides", () => {
  const edge: Plane = { width: 5, height: 4, data: new Float32Array(20).fill(-1) };
  assert.deepEqual(frameRuns(edge), { runs: 0, sides: 0 });
  for (const i of [0, 1, 5, 17]) edge.data[i] = 1;
  assert.deepEqual(frameRuns(edge), { runs: 2, sides: 3 });
});
