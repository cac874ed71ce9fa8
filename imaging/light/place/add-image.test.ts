import assert from "node:assert/strict";
import { test } from "node:test";
import type { Operation } from "../../../protocol/plan.ts";
import { lightContext } from "../../../test/fixtures/light-context.ts";
import { createRaster, type RasterImage } from "../../raster/raster.ts";
import { addImage, placeMark } from "./add-image.ts";

function filled(width: number, height: number, rgba: readonly number[]): RasterImage {
  const image = createRaster(width, height);
  for (let i = 0; i < image.data.length; i += 4) image.data.set(rgba, i);
  return image;
}

/** A disc on nothing: a mark with a see-through ground. */
function disc(colour: readonly [number, number, number]): RasterImage {
  const image = createRaster(60, 60);
  for (let i = 0; i < 3600; i++) {
    if (Math.hypot((i % 60) - 29.5, Math.floor(i / 60) - 29.5) < 29) image.data.set([...colour, 255], i * 4);
  }
  return image;
}

const add = (image: RasterImage, mark: RasterImage, operation: Partial<Operation> = {}) =>
  addImage(image, { kind: "image.add", ...operation }, lightContext({ references: [mark] }));

test("margins are measured to the mark; its shape stays", () => {
  const at = (where: "top-left" | "bottom-right" | "center") =>
    placeMark({ width: 1000, height: 500 }, { width: 200, height: 100 }, { where, gap: { x: 50, y: 50 } });
  assert.deepEqual(at("top-left"), { x: 50, y: 50, width: 220, height: 110 });
  assert.deepEqual(at("bottom-right"), { x: 730, y: 340, width: 220, height: 110 });
  assert.deepEqual(at("center"), { x: 390, y: 195, width: 220, height: 110 });
});

/** Bounds of what an edit changed: left, top, right, bottom. */
function changedIn(before: RasterImage, after: RasterImage): number[] {
  const at = Array.from({ length: before.width * before.height }, (_, i) => i).filter((i) =>
    [0, 1, 2].some((c) => before.data[i * 4 + c] !== after.data[i * 4 + c]),
  );
  const xs = at.map((i) => i % before.width);
  const ys = at.map((i) => Math.floor(i / before.width));
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

test("a margin is percent of the shorter side or pixels, a size a share of the width or pixels", () => {
  const image = filled(300, 200, [20, 20, 30, 255]);
  const where = "top-left" as const;
  const box = (more: Partial<Operation>): number[] => {
    const done = add(image, filled(40, 40, [255, 255, 255, 255]), { where, ...more });
    assert.ok(done.ok);
    return changedIn(image, done.value.image);
  };
  assert.deepEqual(box({ value: 10 }).slice(0, 2), [20, 20]);
  assert.deepEqual(box({ value: "12px" }).slice(0, 2), [12, 12]);
  assert.deepEqual(box({ value: "12px", style: { sizeFactor: 0.1 } }), [12, 12, 41, 41]);
  assert.deepEqual(box({ value: "0px", style: { size: 50 } }), [0, 0, 49, 49]);
});

test("a region is filled as far as the shape allows, in its middle", () => {
  const rect = placeMark(
    { width: 400, height: 400 },
    { width: 100, height: 50 },
    { where: "top", gap: { x: 40, y: 40 }, region: { x: 100, y: 100, width: 80, height: 80 } },
  );
  assert.deepEqual(rect, { x: 100, y: 120, width: 80, height: 40 });
});

test("a mark that stands out is laid over as it is; the rest of the picture keeps its bytes", () => {
  const image = filled(300, 200, [20, 20, 30, 255]);
  const done = add(image, disc([255, 255, 255]), { where: "top-left" });
  assert.ok(done.ok);
  assert.deepEqual(done.value.warnings, []);
  const changed = done.value.image.data.filter((v, i) => v !== image.data[i]).length;
  assert.ok(changed > 0 && changed < 0.06 * image.data.length);
});

test("a mark that would drown gets a plate, and that is said", () => {
  const done = add(filled(300, 200, [250, 250, 250, 255]), disc([255, 255, 255]));
  assert.ok(done.ok);
  assert.equal(done.value.warnings.length, 1);
  assert.ok(Math.min(...done.value.image.data.filter((_, i) => i % 4 === 0)) < 60);
});

test("a mark half of which would drown gets a plate too", () => {
  const image = filled(300, 200, [20, 20, 30, 255]);
  for (let i = 0; i < image.data.length; i += 4) if ((i / 4) % 300 < 40) image.data.set([225, 225, 225, 255], i);
  const done = add(image, disc([255, 255, 255]), { where: "top-left" });
  assert.ok(done.ok && done.value.warnings.length === 1);
});

test("a mark of a few pixels is laid as asked, and that it cannot be read is said", () => {
  const done = add(filled(300, 200, [20, 20, 30, 255]), disc([255, 255, 255]), { style: { sizeFactor: 0.03 } });
  assert.ok(done.ok);
  assert.match(done.value.warnings.join(), /9 px wide/);
});

test("a picture without transparency needs no plate", () => {
  const done = add(filled(300, 200, [250, 250, 250, 255]), filled(40, 40, [250, 250, 250, 255]));
  assert.ok(done.ok && done.value.warnings.length === 0);
});

test("a place only words tell is not guessed without saying so", () => {
  const said = add(filled(300, 200, [250, 250, 250, 255]), disc([20, 20, 30]), { value: "next to the title" });
  assert.ok(said.ok && said.value.reasons.some((reason) => reason.includes("next to the title")));
  const plain = add(filled(300, 200, [250, 250, 250, 255]), disc([20, 20, 30]), { value: "24px" });
  assert.ok(plain.ok && plain.value.reasons.length === 0);
});

test("without a picture to add, or with an empty one, it is said", () => {
  const image = filled(30, 20, [0, 0, 0, 255]);
  for (const references of [[], [createRaster(9, 9)]]) {
    const done = addImage(image, { kind: "image.add" }, lightContext({ references }));
    assert.ok(!done.ok && done.error.code === "bad_request");
  }
});
