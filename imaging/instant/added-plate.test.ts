import assert from "node:assert/strict";
import { test } from "node:test";
import type { Rect } from "../../protocol/geometry.ts";
import { createMask, createRaster } from "../raster/raster.ts";
import { layPlate, plateCoverage, plateReach } from "./added-plate.ts";

const cut: Rect<"image"> = { x: 10, y: 20, width: 60, height: 40 };

test("a plate covers its rectangle but for its round corners, half of the pixels its edge halves", () => {
  const cover = plateCoverage(cut, { x: 20, y: 30.5, width: 40, height: 20 }, 8);
  const at = (x: number, y: number) => cover.data[(y - cut.y) * cut.width + x - cut.x]!;
  assert.deepEqual([at(40, 40), at(20, 40), at(19, 40), at(40, 30), at(40, 29)], [1, 1, 0, 0.5, 0]);
  assert.deepEqual([at(20, 31), at(59, 49)], [0, 0]);
});

test("it reaches around the ink in its colour, and what it does not cover stays as it was", () => {
  const state = { image: createRaster(200, 100), mask: createMask(200, 100) };
  state.image.data.fill(200);
  const before = state.image.data.slice();
  layPlate(state, { ink: { x: 60, y: 40, width: 80, height: 20 }, sizePx: 30, plate: "#c00010" });
  const { x, y } = plateReach("#c00010", 30);
  const colourAt = (px: number, py: number) => [...state.image.data.slice((py * 200 + px) * 4, (py * 200 + px) * 4 + 3)];
  assert.deepEqual(colourAt(100, 50), [192, 0, 16]);
  assert.deepEqual(colourAt(Math.ceil(60 - x), 50), [192, 0, 16]);
  assert.deepEqual(colourAt(100, Math.floor(60 + y) + 2), [200, 200, 200]);
  const changed = state.image.data.some((value, i) => value !== before[i] && state.mask.data[i >> 2] === 0);
  assert.equal(changed, false);
});
