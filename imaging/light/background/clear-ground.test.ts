import assert from "node:assert/strict";
import { test } from "node:test";
import { lightContext } from "../../../test/fixtures/light-context.ts";
import { createMask, createRaster } from "../../raster/raster.ts";
import { recolourBackground, removeBackground, replaceBackground } from "./change-background.ts";

const SIZE = 40;

/** A black square on nothing, with half a shadow beside it. */
function cutOut() {
  const image = createRaster(SIZE, SIZE);
  for (let y = 10; y < 30; y++) {
    for (let x = 10; x < 25; x++) image.data[(y * SIZE + x) * 4 + 3] = 255;
    for (let x = 25; x < 30; x++) image.data[(y * SIZE + x) * 4 + 3] = 128;
  }
  return image;
}

const at = (image: { readonly data: Uint8ClampedArray }, x: number, y: number): number[] => [
  ...image.data.subarray((y * SIZE + x) * 4, (y * SIZE + x) * 4 + 4),
];
const YELLOW = { kind: "background.recolour", style: { colour: "#ffcc66" } } as const;

test("a ground is laid beneath a cut-out, under its shadow too, and surely", async () => {
  const done = await recolourBackground(cutOut(), YELLOW, lightContext());
  assert.ok(done.ok && done.value.confidence === 1);
  assert.deepEqual(
    [at(done.value.image, 2, 2), at(done.value.image, 15, 15), at(done.value.image, 27, 15)],
    [
      [255, 204, 102, 255],
      [0, 0, 0, 255],
      [127, 102, 51, 255],
    ],
  );
  const other = createRaster(SIZE, SIZE);
  other.data.fill(200);
  const replaced = await replaceBackground(cutOut(), { kind: "background.replace" }, lightContext({ references: [other] }));
  assert.ok(replaced.ok);
  assert.deepEqual(at(replaced.value.image, 2, 2), [200, 200, 200, 255]);
});

test("only where it may: half a mask lays half a ground", async () => {
  const mask = createMask(SIZE, SIZE);
  mask.data.fill(255, 0, 4 * SIZE);
  mask.data.fill(51, 4 * SIZE, 8 * SIZE);
  const done = await recolourBackground(cutOut(), YELLOW, lightContext({ mask }));
  assert.ok(done.ok);
  assert.deepEqual(
    [at(done.value.image, 2, 2)[3], at(done.value.image, 2, 6), at(done.value.image, 2, 12)[3]],
    [255, [255, 204, 102, 51], 0],
  );
});

test("a cut-out has no background to remove, and says so", async () => {
  const done = await removeBackground(cutOut(), { kind: "background.remove" }, lightContext());
  assert.ok(!done.ok && done.error.code === "unsupported_operation" && /see-through already/.test(done.error.message));
});
