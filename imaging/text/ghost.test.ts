import assert from "node:assert/strict";
import { test } from "node:test";
import { createMask, type Plane } from "../raster/raster.ts";
import { ghostLevels } from "./ghost.ts";

const [WIDTH, HEIGHT] = [120, 60];
const planeOf = (value: (x: number, y: number) => number): Plane => ({
  width: WIDTH,
  height: HEIGHT,
  data: Float32Array.from({ length: WIDTH * HEIGHT }, (_, i) => value(i % WIDTH, Math.floor(i / WIDTH))),
});
const stem = (x: number, y: number): number => (x % 24 < 6 && y > 15 && y < 45 ? 1 : 0);
const at = { sizePx: 40, foreign: createMask(WIDTH, HEIGHT) };

test("a ground that still follows the letters by eight levels has a ghost of about eight", () => {
  const ghost = ghostLevels(
    planeOf((x, y) => 180 + 0.3 * x + 8 * stem(x, y)),
    planeOf(stem),
    at,
  );
  assert.ok(ghost > 6 && ghost < 11, `${ghost}`);
});

test("a ground with its own slope and stripes across has none", () => {
  const ghost = ghostLevels(
    planeOf((x, y) => 180 + 0.3 * x + 20 * Math.sin(y)),
    planeOf(stem),
    at,
  );
  assert.ok(ghost < 1.5, `${ghost}`);
});
