import assert from "node:assert/strict";
import { test } from "node:test";
import { createMask, createRaster, type RasterImage } from "../../imaging/raster/raster.ts";
import { composeCutOut } from "./compose-edit.ts";

function picture(): { source: RasterImage; edited: RasterImage } {
  const source = createRaster(6, 4);
  source.data.fill(200);
  const edited: RasterImage = { ...source, data: Uint8ClampedArray.from(source.data) };
  for (let i = 0; i < 24; i++) if (i % 6 < 3) edited.data.fill(0, i * 4, i * 4 + 4);
  return { source, edited };
}

test("a cut-out's patch is all that remains, its result transparent where the source went", () => {
  const { source, edited } = picture();
  const allowed = createMask(6, 4);
  allowed.data.fill(255);
  const cut = composeCutOut(source, edited, allowed);
  assert.deepEqual(cut.rect, { x: 3, y: 0, width: 3, height: 4 });
  assert.deepEqual(cut.result.data, edited.data);
  assert.deepEqual([...cut.mask.data.subarray(0, 6)], [255, 255, 255, 0, 0, 0]);
});

test("outside what is allowed the source stays", () => {
  const { source, edited } = picture();
  const allowed = createMask(6, 4);
  allowed.data.fill(255, 0, 6);
  const { result } = composeCutOut(source, edited, allowed);
  assert.deepEqual(result.data.subarray(6 * 4), source.data.subarray(6 * 4));
});
