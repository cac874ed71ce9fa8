import assert from "node:assert/strict";
import { test } from "node:test";
import { createMask, createRaster, type Mask } from "../../imaging/raster/raster.ts";
import { allowedMask } from "./allowed-mask.ts";

const source = createRaster(4, 1);
const maskOf = (...values: number[]): Mask => ({ ...createMask(4, 1), data: Uint8Array.from(values) });
const inputs = { source, references: [], warnings: [] };

test("without wishes an engine that claims nothing may change everything", () => {
  assert.deepEqual(allowedMask(inputs, undefined), { mask: maskOf(255, 255, 255, 255), clipped: false });
});

test("claim, mask and region all have to allow a pixel", () => {
  const wishes = { ...inputs, mask: maskOf(0, 1, 255, 255), region: { x: 0, y: 0, width: 3, height: 1 } };
  assert.deepEqual(allowedMask(wishes, maskOf(0, 255, 255, 0)), { mask: maskOf(0, 255, 255, 0), clipped: false });
  assert.deepEqual(allowedMask(wishes, maskOf(255, 255, 0, 0)), { mask: maskOf(0, 255, 0, 0), clipped: true });
  assert.deepEqual(allowedMask(wishes, maskOf(0, 0, 0, 255)), { mask: maskOf(0, 0, 0, 0), clipped: true });
});

test("a protected area keeps every pixel it touches, turned or not, whatever the winding", () => {
  const wide = createRaster(6, 6);
  const at = (x: number, y: number) => ({ x, y });
  const upright = [at(1, 1), at(3, 1), at(3, 2.2), at(1, 2.2)] as const;
  const allowed = (quad: typeof upright) => allowedMask({ ...inputs, source: wide, protect: [quad] }, undefined).mask.data;
  const kept = [...allowed(upright)].flatMap((v, i) => (v === 0 ? [i] : []));
  assert.deepEqual(
    kept.filter((i) => [7, 8, 13, 14].includes(i)),
    [7, 8, 13, 14],
  );
  assert.ok([0, 5, 30, 35, 23].every((i) => !kept.includes(i)));
  assert.deepEqual(allowed([upright[3], upright[2], upright[1], upright[0]]), allowed(upright));
  // A diamond about the middle leaves the corners free.
  const diamond = allowed([at(3, 1), at(5, 3), at(3, 5), at(1, 3)]);
  assert.deepEqual([diamond[0], diamond[5], diamond[30], diamond[35], diamond[14], diamond[21]], [255, 255, 255, 255, 0, 0]);
});

test("what an engine claims inside a protected area is taken back and told", () => {
  const quad = [
    { x: 0, y: 0 },
    { x: 1, y: 0 },
    { x: 1, y: 1 },
    { x: 0, y: 1 },
  ] as const;
  const { mask, clipped } = allowedMask({ ...inputs, protect: [quad] }, maskOf(255, 255, 0, 0));
  assert.deepEqual([mask.data[0], clipped], [0, true]);
});
