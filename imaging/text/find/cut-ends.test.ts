import assert from "node:assert/strict";
import { test } from "node:test";
import { quadOf } from "../../../protocol/geometry.ts";
import { toldReader } from "../../../test/fakes/told-reader.ts";
import { createRaster, type RasterImage } from "../../raster/raster.ts";
import type { TextLine } from "../types.ts";
import { withCutEnds } from "./cut-ends.ts";

const PITCH = 40;
const box = { cx: 250, cy: 60, width: 4 * PITCH, height: PITCH, angle: 0 };
const LEFT = box.cx - box.width / 2;

/** Dark letters on a ground that becomes darker from left to right; `letters` in steps from the box's left edge. */
function picture(letters: readonly number[]): RasterImage {
  const image = createRaster(500, 120);
  for (let y = 0; y < image.height; y++) {
    for (let x = 0; x < image.width; x++) {
      const ground = 250 - (x >> 3);
      image.data.set([ground, ground, ground, 255], 4 * (y * image.width + x));
    }
  }
  for (const n of letters)
    for (let y = 48; y < 72; y++)
      for (let x = LEFT + n * PITCH + 6; x < LEFT + n * PITCH + 34; x++)
        image.data.fill(10, 4 * (y * image.width + x), 4 * (y * image.width + x) + 3);
  return image;
}

const OWN = [0, 1, 2, 3];

function read(string: string, at: typeof box = box): TextLine {
  const chars = [...string].map((char, i) => ({ char, at: (i + 0.5) * PITCH, confidence: 0.99 }));
  return { string, box: at, quad: quadOf(at), confidence: 0.99, chars, vertical: false };
}

test("letters cut off at an end are read with the line, and its box begins before them", async () => {
  const line = await withCutEnds(picture([-1, ...OWN]), read("hops"), { ocr: toldReader(["shops", "shops"]), others: [] });
  assert.equal(line.string, "shops");
  assert.ok(line.box.cx - line.box.width / 2 < LEFT - 34);
  assert.equal(line.box.cx + line.box.width / 2, LEFT + box.width);
  assert.ok(Math.abs(line.chars[1]!.at - line.chars[0]!.at - PITCH) < 4);
});

test("half a letter at the end that was cut may have been read as another", async () => {
  const line = await withCutEnds(picture([-1, ...OWN]), read("cops"), { ocr: toldReader(["shops", "shops"]), others: [] });
  assert.equal(line.string, "shops");
  const other = read("cats");
  assert.equal(await withCutEnds(picture([-1, ...OWN]), other, { ocr: toldReader(["shops", "shops"]), others: [] }), other);
});

test("a reading that does not hold the line's own, or sets something apart from it, changes nothing", async () => {
  for (const other of ["shape", "s hops", "·hops"]) {
    const line = read("hops");
    assert.equal(await withCutEnds(picture([-1, ...OWN]), line, { ocr: toldReader([other]), others: [] }), line, other);
  }
});

test("a capital may stand farther from a small letter than those from each other", async () => {
  const narrow = read("hops");
  const line = { ...narrow, chars: narrow.chars.map((spot) => ({ ...spot, at: spot.at / 2 })) };
  const ends = async (reads: string) =>
    (await withCutEnds(picture([-1, ...OWN]), line, { ocr: toldReader([reads, reads]), others: [] })).string;
  assert.equal(await ends("Shops"), "Shops");
  assert.equal(await ends("shops"), "hops");
});

test("where no ink of the line's own goes on, or another line stands there, nothing is read", async () => {
  const ocr = toldReader(["shops"]);
  await withCutEnds(picture(OWN), read("hops"), { ocr, others: [] });
  await withCutEnds(picture([-1, ...OWN]), read("hops"), { ocr, others: [read("s", { ...box, cx: LEFT - PITCH, width: PITCH })] });
  assert.equal(ocr.asked(), 0);
});
