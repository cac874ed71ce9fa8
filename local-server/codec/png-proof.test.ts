import assert from "node:assert/strict";
import { test } from "node:test";
import sharp from "sharp";
import { createMask } from "../../imaging/raster/raster.ts";
import { someResult } from "../../test/fakes/edit-result.ts";
import { somePixels, somePng } from "../../test/fixtures/broken-pictures.ts";
import { attachProof, readProof } from "./png-proof.ts";

const { certificate } = someResult();
const mask = createMask(13, 7);
for (let i = 0; i < mask.data.length; i += 3) mask.data[i] = 255;

test("a proof comes back as attached and leaves the pixels alone", async () => {
  const png = attachProof(await somePng(13, 7), { certificate, mask });
  assert.deepEqual(readProof(png, mask), { certificate, mask });
  const { data } = await sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  assert.deepEqual(new Uint8ClampedArray(data), somePixels(13, 7));
});

test("a plain PNG has no proof, a damaged or foreign one is not believed", async () => {
  const plain = await somePng(13, 7);
  assert.equal(readProof(plain, mask), undefined);
  const png = attachProof(plain, { certificate, mask });
  assert.equal(readProof(png, { width: 14, height: 9 }), undefined);
  const damaged = Uint8Array.from(png);
  damaged.fill(0, damaged.length - 60, damaged.length - 30);
  assert.equal(readProof(damaged, mask), undefined);
  assert.equal(readProof(png.subarray(0, png.length - 40), mask), undefined);
});
