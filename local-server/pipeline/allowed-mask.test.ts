import assert from "node:assert/strict";
import { test } from "node:test";
import { createMask, createRaster, type Mask } from "../../imaging/raster/raster.ts";
import { allowedMask } from "./allowed-mask.ts";

const source = createRaster(4, 1);
const maskOf = (...values: number[]): Mask => ({ ...createMask(4, 1), data: Uint8Array.from(values) });
const inputs = { source, references: [], warnings: [], findings: [] };

test("without wishes an engine that claims nothing may change everything", () => {
  assert.deepEqual(allowedMask(inputs, undefined), { mask: maskOf(255, 255, 255, 255), clipped: false });
});

test("claim, mask and region all have to allow a pixel", () => {
  const wishes = { ...inputs, mask: maskOf(0, 1, 255, 255), region: { x: 0, y: 0, width: 3, height: 1 } };
  assert.deepEqual(allowedMask(wishes, maskOf(0, 255, 255, 0)), { mask: maskOf(0, 255, 255, 0), clipped: false });
  assert.deepEqual(allowedMask(wishes, maskOf(255, 255, 0, 0)), { mask: maskOf(0, 255, 0, 0), clipped: true });
  assert.deepEqual(allowedMask(wishes, maskOf(0, 0, 0, 255)), { mask: maskOf(0, 0, 0, 0), clipped: true });
});
