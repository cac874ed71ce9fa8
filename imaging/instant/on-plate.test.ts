import assert from "node:assert/strict";
import { test } from "node:test";
import { textLine } from "../../test/fixtures/text-line.ts";
import { createRaster, type RasterImage } from "../raster/raster.ts";
import { linesOnPlate, plateUnder } from "./on-plate.ts";

type Box = readonly [x: number, y: number, width: number, height: number, rgb: readonly [number, number, number]];

function drawn(boxes: readonly Box[]): RasterImage {
  const image = createRaster(400, 300);
  for (const [x, y, width, height, rgb] of boxes)
    for (let v = y; v < y + height; v++) for (let u = x; u < x + width; u++) image.data.set([...rgb, 255], 4 * (v * 400 + u));
  return image;
}

const PAGE: Box = [0, 0, 400, 300, [255, 255, 255]];
const line = (string: string, cy: number) => textLine(string, { cx: 200, cy, width: 120, height: 20 });
const [title, orange, blue] = [line("Summer", 50), line("Buy now", 140), line("Details", 240)];

test("a line's plate ends on all four sides near its letters; a page, a band and a card do not", () => {
  const image = drawn([PAGE, [120, 120, 160, 40, [230, 120, 10]], [0, 220, 400, 40, [20, 60, 200]]]);
  assert.deepEqual(plateUnder(image, orange), [230, 120, 10]);
  assert.equal(plateUnder(image, title), undefined);
  assert.equal(plateUnder(image, blue), undefined);
});

test("the text on a button or a coloured label is known by its plate, and by none where several may be meant", () => {
  const image = drawn([PAGE, [120, 120, 160, 40, [230, 120, 10]], [120, 220, 160, 40, [20, 60, 200]]]);
  const named = (target: string) => linesOnPlate(target, [title, orange, blue], (one) => plateUnder(image, one))?.map((l) => l.string);
  assert.deepEqual(named("the orange label"), ["Buy now"]);
  assert.deepEqual(named("蓝色按钮上的文字"), ["Details"]);
  assert.deepEqual(named("按钮文字"), []);
  assert.equal(named("标题"), undefined);
});
