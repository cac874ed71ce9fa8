import assert from "node:assert/strict";
import { test } from "node:test";
import { distanceToMask } from "../raster/distance.ts";
import { createFloatImage, createMask, createPlane } from "../raster/raster.ts";
import { fringeOf, textMask, tightMask, withFringe } from "./text-mask.ts";

const [W, H] = [120, 80];
const OUTLINE = { colour: [40, 40, 40] as const, widthPx: 8 };

/** A stroke as it was seen, and drawn 6 px beside it by a face that is only near; its outline is as dark as the ground. */
function stroke(outline: typeof OUTLINE | undefined) {
  const [fillMask, fill, drawn] = [createMask(W, H), createPlane(W, H), createPlane(W, H)];
  for (let y = 20; y < 60; y++) {
    for (let x = 50; x < 60; x++) [fillMask.data[y * W + x], fill.data[y * W + x]] = [255, 1];
    for (let x = 62; x < 66; x++) drawn.data[y * W + x] = 1;
  }
  const mask = textMask({
    region: { foreign: createMask(W, H), pixels: createFloatImage(W, H) },
    matte: { fill, fillMask, inkMask: fillMask, background: "panel", ground: undefined, noise: 4 },
    drawn,
    setting: { sizePx: 60, softness: 0 },
    similarity: 0.5,
    outline,
    shadow: undefined,
  });
  const distance = distanceToMask(fillMask);
  return mask.data.filter((m, i) => m === 0 && distance[i] <= OUTLINE.widthPx).length;
}

test("an outline that the fitted letters leave bare is taken away with the fill it was seen around", () => {
  assert.equal(stroke(OUTLINE), 0);
});

test("without an outline no more than the ink's own rim goes", () => {
  assert.ok(stroke(undefined) > 100);
});

test("a disc of light beside letters that were recognised well is no part of them, a sign of their colour that nobody read is", () => {
  const [inkMask, fill, drawn] = [createMask(W, H), createPlane(W, H), createPlane(W, H)];
  const put = (x0: number, x1: number, share: number): void => {
    for (let y = 20; y < 60; y++) for (let x = x0; x < x1; x++) [inkMask.data[y * W + x], fill.data[y * W + x]] = [255, share];
  };
  put(20, 30, 1);
  for (let y = 20; y < 60; y++) for (let x = 20; x < 30; x++) drawn.data[y * W + x] = 1;
  put(50, 70, 0.2);
  put(90, 96, 0.9);
  const taken = (similarity: number) => {
    const matte = {
      fill: { ...fill, data: fill.data.map((f) => (f < 0.3 ? 0 : f)) },
      fillMask: inkMask,
      inkMask,
      background: "panel" as const,
    };
    const mask = textMask({
      region: { foreign: createMask(W, H), pixels: createFloatImage(W, H) },
      matte: { ...matte, ground: undefined, noise: 4 },
      drawn,
      setting: { sizePx: 60, softness: 0 },
      similarity,
      outline: undefined,
      shadow: undefined,
    });
    return [25, 60, 93].map((x) => mask.data[40 * W + x] !== 0);
  };
  assert.deepEqual(taken(0.9), [true, false, true]);
  assert.deepEqual(taken(0.5), [true, true, true]);
});

test("what letters stand on is no trace of theirs", () => {
  const [inkMask, fill, drawn, under] = [createMask(W, H), createPlane(W, H), createPlane(W, H), createMask(W, H)];
  const off = new Float32Array(W * H);
  for (let y = 0; y < H; y++) {
    for (let x = 40; x < 110; x++) off[y * W + x] = 90;
    for (let x = 64; x < 110; x++) under.data[y * W + x] = 255;
    if (y < 20 || y >= 60) continue;
    for (let x = 50; x < 62; x++) {
      const i = y * W + x;
      [inkMask.data[i], fill.data[i], drawn.data[i], off[i]] = [255, 1, 1, 200];
    }
  }
  const mask = textMask({
    region: { foreign: createMask(W, H), pixels: createFloatImage(W, H) },
    matte: { fill, fillMask: inkMask, inkMask, background: "smooth", ground: { pixels: createFloatImage(W, H), off }, noise: 6 },
    drawn,
    setting: { sizePx: 60, softness: 0 },
    similarity: 0.9,
    outline: undefined,
    shadow: undefined,
    under,
  });
  assert.ok(mask.data[40 * W + 55] !== 0);
  assert.equal(mask.data.filter((m, i) => m !== 0 && under.data[i] !== 0).length, 0);
});

test("traces of a line taken away before go with the line in whose box they lie, and no other line's pixels do", () => {
  const rows = (from: number, to: number) => ({ ...createMask(W, H), data: new Uint8Array(W * H).fill(255, from * W, to * W) });
  // The upper line's mask ends where the lower one's box begins.
  const fringe = fringeOf(rows(10, 40), { foreign: rows(40, 80), sizePx: 20 });
  const [lower, third] = [rows(50, 70), rows(42, 80)];
  const rect = { x: 0, y: 0, width: W, height: H };
  const at = (mask: { readonly data: Uint8Array }, y: number) => mask.data[y * W + 60];
  assert.deepEqual(
    [39, 40, 42, 44].map((y) => at(withFringe(lower, { rect, foreign: createMask(W, H) }, fringe), y)),
    [0, 255, 255, 0],
  );
  assert.deepEqual(
    [40, 41, 42].map((y) => at(withFringe(lower, { rect, foreign: third }, fringe), y)),
    [255, 255, 0],
  );
  assert.equal(withFringe(lower, { rect, foreign: createMask(W, H) }, undefined), lower);
});

test("the tight mask is the ink and its antialiasing, and spares other lines", () => {
  const [fillMask, fill, foreign] = [createMask(W, H), createPlane(W, H), createMask(W, H)];
  for (let y = 20; y < 60; y++) {
    for (let x = 50; x < 60; x++) [fillMask.data[y * W + x], fill.data[y * W + x]] = [255, 1];
  }
  foreign.data.fill(255, 60 * W);
  const mask = tightMask({
    region: { foreign, pixels: createFloatImage(W, H) },
    matte: { fill, fillMask, inkMask: fillMask, background: "panel", ground: undefined, noise: 4 },
    drawn: createPlane(W, H),
    setting: { sizePx: 60, softness: 1 },
    similarity: 0.9,
    outline: undefined,
    shadow: undefined,
  });
  const distance = distanceToMask(fillMask);
  assert.ok(mask.data.every((m, i) => (m !== 0) === (distance[i] <= 1 && foreign.data[i] === 0)));
});

test("where no face lies on the letters, what the nearest would draw beside them stays", () => {
  const [inkMask, fill, drawn] = [createMask(W, H), createPlane(W, H), createPlane(W, H)];
  for (let y = 20; y < 60; y++) {
    for (let x = 20; x < 30; x++) [inkMask.data[y * W + x], fill.data[y * W + x]] = [255, 1];
    for (let x = 80; x < 100; x++) drawn.data[y * W + x] = 1;
  }
  const takes = (similarity: number): boolean => {
    const mask = textMask({
      region: { foreign: createMask(W, H), pixels: createFloatImage(W, H) },
      matte: { fill, fillMask: inkMask, inkMask, background: "panel", ground: undefined, noise: 4 },
      drawn,
      setting: { sizePx: 60, softness: 0 },
      similarity,
      outline: undefined,
      shadow: undefined,
    });
    return mask.data[40 * W + 90] !== 0;
  };
  assert.deepEqual([takes(0.5), takes(0.2)], [true, false]);
});
