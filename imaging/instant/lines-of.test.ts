import assert from "node:assert/strict";
import { test } from "node:test";
import type { OcrModels, Tensor } from "../ports.ts";
import { createRaster } from "../raster/raster.ts";
import { linesOf } from "./lines-of.ts";

function countingModels(): OcrModels & { readonly runs: () => number } {
  let runs = 0;
  const nothing = ({ dims }: Tensor): Tensor => ({ dims: [1, 1, dims[2], dims[3]], data: new Float32Array(dims[2] * dims[3]) });
  return {
    runs: () => runs,
    detect: async (input) => {
      runs++;
      return nothing(input);
    },
    recognise: async (input) => nothing(input),
    alphabet: async () => [""],
  };
}

test("a picture read before is not read again; one pixel more and it is", async () => {
  const ocr = countingModels();
  const { signal } = new AbortController();
  const image = createRaster(64, 64);
  await linesOf(image, { ocr }, signal);
  const once = ocr.runs();
  assert.ok(once > 0);
  await linesOf({ ...image, data: Uint8ClampedArray.from(image.data) }, { ocr }, signal);
  assert.equal(ocr.runs(), once);
  const other = { ...image, data: Uint8ClampedArray.from(image.data) };
  other.data[4 * 77] = 1;
  await linesOf(other, { ocr }, signal);
  assert.ok(ocr.runs() > once);
});

test("only the last few pictures are remembered", async () => {
  const ocr = countingModels();
  const { signal } = new AbortController();
  const picture = (n: number) => {
    const image = createRaster(64, 64);
    image.data[0] = n;
    return image;
  };
  for (let n = 0; n < 5; n++) await linesOf(picture(n), { ocr }, signal);
  const before = ocr.runs();
  await linesOf(picture(0), { ocr }, signal);
  assert.ok(ocr.runs() > before);
});

test("pixels that start at an odd byte of their buffer are the same picture", async () => {
  const ocr = countingModels();
  const { signal } = new AbortController();
  const image = createRaster(64, 64);
  await linesOf(image, { ocr }, signal);
  const once = ocr.runs();
  await linesOf({ ...image, data: new Uint8ClampedArray(new ArrayBuffer(64 * 64 * 4 + 3), 3) }, { ocr }, signal);
  assert.equal(ocr.runs(), once);
});
