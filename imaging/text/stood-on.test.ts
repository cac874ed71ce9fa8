import assert from "node:assert/strict";
import { test } from "node:test";
import { createMask, type Mask } from "../raster/raster.ts";
import { stoodOn, strangersOn } from "./stood-on.ts";

const [W, H] = [160, 80];
const SIZE_PX = 40;
const at = (x: number, y: number): number => y * W + x;
const STROKES = [20, 40, 60, 80, 100, 120];
const isLetter = (x: number, y: number): boolean => y >= 25 && y < 55 && STROKES.some((s) => x >= s && x < s + 6);

/** A grey ground under six upright strokes, standing off itself by `off` at each pixel. */
function scene(off: (x: number, y: number) => number) {
  const heights = Float32Array.from({ length: W * H }, (_, i) =>
    isLetter(i % W, Math.floor(i / W)) ? 150 : off(i % W, Math.floor(i / W)),
  );
  const ink = { width: W, height: H, data: Float32Array.from({ length: W * H }, (_, i) => (isLetter(i % W, Math.floor(i / W)) ? 1 : 0)) };
  const image = { width: W, height: H, data: Float32Array.from({ length: W * H * 3 }, (_, i) => 100 + heights[Math.floor(i / 3)]) };
  return { image, ink, off: heights, foreign: createMask(W, H), noise: 1, sizePx: SIZE_PX };
}
const isEmpty = (mask: Mask): boolean => mask.data.every((v) => v === 0);

test("letters stand on a disc that some of them have on both sides, between them and beyond", () => {
  const inDisc = (x: number, y: number): boolean => Math.hypot(x - 125, y - 40) < 34;
  const found = stoodOn(scene((x, y) => (inDisc(x, y) ? 40 : 0)));
  assert.equal(found.data[at(113, 40)], 255);
  assert.equal(found.data[at(140, 40)], 255);
  assert.equal(found.data[at(90, 40)], 0);
});

test("letters do not stand on an icon beside them, and the plate does not learn from it", () => {
  const icon = scene((x, y) => (x > 130 && x < 150 && y > 25 && y < 55 ? 60 : 0));
  assert.ok(isEmpty(stoodOn(icon)));
  const hole: Mask = { width: W, height: H, data: Uint8Array.from(icon.ink.data, (a) => 255 * a) };
  const strange = strangersOn(icon, { hole, under: createMask(W, H) });
  assert.equal(strange.data[at(140, 40)], 255);
  assert.equal(strange.data[at(22, 40)], 0);
});

test("letters do not stand on their own glow, for it fades", () => {
  const away = (x: number, y: number): number =>
    Math.min(...STROKES.map((s) => Math.hypot(Math.max(0, Math.abs(x - s - 3) - 3), Math.max(0, Math.abs(y - 40) - 15))));
  assert.ok(isEmpty(stoodOn(scene((x, y) => 90 * Math.exp(-away(x, y) / 6)))));
});

test("letters do not stand on strokes of their own that were not drawn", () => {
  const bars = (x: number, y: number): number => (y > 58 && y < 64 && x > 15 && x < 130 ? 150 : 0);
  assert.ok(isEmpty(stoodOn(scene(bars))));
});
