import assert from "node:assert/strict";
import { test } from "node:test";
import { quadOf } from "../../../protocol/geometry.ts";
import { toldReader } from "../../../test/fakes/told-reader.ts";
import { createRaster, type RasterImage } from "../../raster/raster.ts";
import type { TextLine } from "../types.ts";
import { withSignBefore } from "./sign-before.ts";

const box = { cx: 200, cy: 60, width: 200, height: 40, angle: 0 };
/** Columns just before the box in which a sign may stand. */
const BEFORE = [86, 94] as const;

function picture(marks: readonly (readonly [number, number])[]): RasterImage {
  const image = createRaster(400, 120);
  image.data.fill(255);
  for (const [from, to] of [[104, 290], ...marks] as const)
    for (let y = 52; y < 68; y++)
      for (let x = from; x < to; x++) image.data.fill(0, 4 * (y * image.width + x), 4 * (y * image.width + x) + 3);
  return image;
}

function read(string: string): TextLine {
  const chars = [...string].map((char, i) => ({ char, at: (i + 0.5) * 40, confidence: 0.99 }));
  return { string, box, quad: quadOf(box), confidence: 0.99, chars, vertical: false };
}

test("a sign before a figure is read with it, and the box begins before it", async () => {
  const line = await withSignBefore(picture([BEFORE]), read("40"), { ocr: toldReader(["-40"]) });
  assert.equal(line.string, "-40");
  assert.ok(line.box.cx - line.box.width / 2 < BEFORE[0]);
  assert.equal(line.box.cx + line.box.width / 2, box.cx + box.width / 2);
});

test("what is no sign, or changes the figure, leaves the line as it was", async () => {
  for (const other of ["o40", "-41", "-4"]) {
    const line = read("40");
    assert.equal(await withSignBefore(picture([BEFORE]), line, { ocr: toldReader([other]) }), line);
  }
});

test("where nothing stands before, where it goes on, and before words nothing is read", async () => {
  const ocr = toldReader(["-40"]);
  await withSignBefore(picture([]), read("40"), { ocr });
  await withSignBefore(picture([[60, 94]]), read("40"), { ocr });
  await withSignBefore(picture([BEFORE]), read("ab"), { ocr });
  assert.equal(ocr.asked(), 0);
});
