import assert from "node:assert/strict";
import { test } from "node:test";
import { toldReader } from "../../../test/fakes/told-reader.ts";
import { textLine } from "../../../test/fixtures/text-line.ts";
import { createRaster } from "../../raster/raster.ts";
import { withHidden } from "./hidden-lines.ts";

const image = createRaster(800, 200);
const box = { cx: 400, cy: 100, width: 400, height: 40, angle: 0 };
const piece = textLine("le look", { cx: 450, cy: 100, width: 200, height: 40 });
const isSure = (): boolean => true;

const strings = async (says: string[], { lines = [piece], boxes = [box], sure = 0.95 } = {}): Promise<string[]> =>
  (await withHidden(image, lines, { boxes, isSure, ocr: toldReader(says, sure) })).map(({ string }) => string);

test("a box that only hues show is a line where its ink reads clearly, in place of a piece of it", async () => {
  assert.deepEqual(await strings(["the look"]), ["the look"]);
  assert.deepEqual(await strings(["open"], { boxes: [{ ...box, cy: 30 }] }), ["le look", "open"]);
});

test("a box hardly read, with a single sign, with no more letters or no longer than what is known changes nothing", async () => {
  assert.deepEqual(await strings(["the look"], { sure: 0.8 }), ["le look"]);
  assert.deepEqual(await strings(["a"], { lines: [] }), []);
  assert.deepEqual(await strings(["look"]), ["le look"]);
  assert.deepEqual(await strings(["the look"], { boxes: [{ ...box, cx: 450, width: 210 }] }), ["le look"]);
});
