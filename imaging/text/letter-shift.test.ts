import assert from "node:assert/strict";
import { test } from "node:test";
import { createMask, type Plane } from "../raster/raster.ts";
import { letterShift } from "./letter-shift.ts";

const [WIDTH, HEIGHT] = [80, 30];

/** Two soft spots; the second `off` pixels to the right of its place. */
const spots = (off: number): Plane => ({
  width: WIDTH,
  height: HEIGHT,
  data: Float32Array.from({ length: WIDTH * HEIGHT }, (_, i) => {
    const [x, y] = [i % WIDTH, Math.floor(i / WIDTH)];
    const at = (cx: number): number => Math.exp(-((x - cx) ** 2 + (y - 15) ** 2) / 32);
    return 220 - 180 * (at(20) + at(60 + off));
  }),
});
const mask = createMask(WIDTH, HEIGHT);
mask.data.fill(255);
const at = { mask, u: Float32Array.from({ length: WIDTH * HEIGHT }, (_, i) => (i % WIDTH) - 40), pens: [-40, 0, 40] };

test("a letter that lies beside its place is told by how far, though the others lie well", () => {
  const seen = letterShift({ source: spots(0.7), again: spots(0) }, at);
  assert.ok(Math.abs(seen - 0.7) < 0.12, `${seen} px`);
});

test("letters in their places are not moved by a change of light", () => {
  const { data, ...size } = spots(0);
  const brighter = { ...size, data: data.map((v) => v + 6) };
  assert.ok(letterShift({ source: brighter, again: spots(0) }, at) < 0.05);
});
