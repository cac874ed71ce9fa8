import assert from "node:assert/strict";
import { test } from "node:test";
import { quadOf } from "../../../protocol/geometry.ts";
import { toldReader } from "../../../test/fakes/told-reader.ts";
import { createRaster, type RasterImage } from "../../raster/raster.ts";
import type { TextLine } from "../types.ts";
import { withSmallSign } from "./small-sign.ts";

type Mark = readonly [left: number, top: number, width: number, height: number];

/** Three figures 60 high on one baseline, and what stands before them. */
const FIGURES: readonly Mark[] = [
  [120, 30, 36, 60],
  [164, 30, 36, 60],
  [208, 30, 36, 60],
];
const SIGN: Mark = [94, 62, 20, 28];

function picture(marks: readonly Mark[]): RasterImage {
  const image = createRaster(320, 120);
  image.data.fill(255);
  for (const [left, top, width, height] of marks)
    for (let y = top; y < top + height; y++)
      for (let x = left; x < left + width; x++) image.data.fill(0, 4 * (y * image.width + x), 4 * (y * image.width + x) + 3);
  return image;
}

/** A line whose box begins before the sign, its first figure seen at `first`. */
function price(string: string, first = 138): TextLine {
  const box = { cx: 169, cy: 60, width: 160, height: 72, angle: 0 };
  const chars = [...string].map((char, i) => ({ char, at: first - 89 + 44 * i, confidence: 0.99 }));
  return { string, box, quad: quadOf(box), confidence: 0.99, chars, vertical: false };
}

const split = (marks: readonly Mark[], line: TextLine, says: readonly string[]) =>
  withSmallSign(picture(marks), line, { ocr: toldReader(says), others: [line] });

test("a small sign that a price's box took in becomes a line of its own, and the price begins behind it", async () => {
  const [sign, figures] = await split([SIGN, ...FIGURES], price("239"), ["¥", "¥"]);
  assert.equal(sign?.string, "¥");
  const left = figures!.box.cx - figures!.box.width / 2;
  assert.ok(left > 114 && left < 120, `${left}`);
  assert.equal(Math.round(figures!.chars[0]!.at + left), 138);
});

test("what is not read as money stays out of the price all the same", async () => {
  const lines = await split([SIGN, ...FIGURES], price("239"), ["x", "o"]);
  assert.deepEqual(
    lines.map(({ string }) => string),
    ["239"],
  );
  assert.ok(lines[0]!.box.width < 135);
});

test("figures of another height, words, and figures alone stay whole", async () => {
  for (const line of [price("1239", 104), price("ab9")]) assert.deepEqual(await split([SIGN, ...FIGURES], line, ["¥", "¥"]), [line]);
  const alone = price("239");
  assert.deepEqual(await split(FIGURES, alone, ["¥", "¥"]), [alone]);
});
