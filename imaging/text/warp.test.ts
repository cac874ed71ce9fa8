import assert from "node:assert/strict";
import { test } from "node:test";
import { type Warp, warpAt } from "./warp.ts";

const FLAT: Warp = { half: 100, from: 0, along: [0], across: [0], slant: [0], turn: [0], size: [0], condense: [0] };

test("coefficients rise in power over the place from −1 to 1", () => {
  const warp: Warp = { ...FLAT, across: [0.1, 0.2, 0.4], turn: [0, 0.5] };
  assert.ok(Math.abs(warpAt(warp, 100).across - 0.7) < 1e-12);
  assert.ok(Math.abs(warpAt(warp, -50).across - (0.1 - 0.1 + 0.1)) < 1e-12);
  assert.ok(Math.abs(warpAt(warp, -50).turn + 0.25) < 1e-12);
  assert.equal(warpAt(warp, 30).size, 0);
});

test("beyond a quarter past the ends the bend goes no further", () => {
  const warp: Warp = { ...FLAT, across: [0, 1, 3] };
  assert.equal(warpAt(warp, 125).across, warpAt(warp, 900).across);
  assert.equal(warpAt(warp, -125).across, warpAt(warp, -900).across);
  assert.ok(warpAt(warp, 124).across < warpAt(warp, 125).across);
});
