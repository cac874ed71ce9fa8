import assert from "node:assert/strict";
import { test } from "node:test";
import { createRaster, type RasterImage } from "../../imaging/raster/raster.ts";
import type { FoundText } from "../../protocol/text-style.ts";
import type { TextEngine } from "../engines/engine.ts";
import { findTextsIn } from "./find-texts-in.ts";

const text = (string: string, x: number, y: number): FoundText => ({
  string,
  confidence: 1,
  quad: [
    { x, y },
    { x: x + 10, y },
    { x: x + 10, y: y + 4 },
    { x, y: y + 4 },
  ],
});

/** A reader that notes the size it was given and always sees two texts, in the pictures' own pixels. */
function reader() {
  const seen: { width: number; height: number }[] = [];
  const find = async ({ width, height }: RasterImage) => {
    seen.push({ width, height });
    return [text("inside", 20, 12), text("at the edge", 0, 0)];
  };
  return { seen, engine: { find } as unknown as TextEngine };
}

const { signal } = new AbortController();

test("a region is read from a cut with a margin, its texts given in the picture's pixels, those beside it left out", async () => {
  const { seen, engine } = reader();
  // 40 × 20 at (50, 30): the margin is 7 on every side.
  const found = await findTextsIn(engine, createRaster(200, 100), { region: { x: 50, y: 30, width: 40, height: 20 }, signal });
  assert.deepEqual(seen, [{ width: 54, height: 34 }]);
  assert.deepEqual(found, [text("inside", 63, 35)]);
});

test("without a region the whole picture is read, and a region outside of it holds nothing", async () => {
  const { seen, engine } = reader();
  assert.equal((await findTextsIn(engine, createRaster(200, 100), { region: undefined, signal })).length, 2);
  assert.deepEqual(await findTextsIn(engine, createRaster(200, 100), { region: { x: 300, y: 0, width: 9, height: 9 }, signal }), []);
  assert.deepEqual(seen, [{ width: 200, height: 100 }]);
});
