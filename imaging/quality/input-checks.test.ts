import assert from "node:assert/strict";
import { test } from "node:test";
import { blurImage } from "../raster/blur.ts";
import { cropFloat, pasteFloat } from "../raster/crop.ts";
import { mulberry32 } from "../raster/random.ts";
import { createRaster, type RasterImage } from "../raster/raster.ts";
import { checkInput, inputSentence } from "./input-checks.ts";

/** Something like a photograph: sharp-edged patches of many colours with grain. */
function scene(width = 400, height = 300): RasterImage {
  const image = createRaster(width, height);
  const random = mulberry32(3);
  const tones = Array.from({ length: 300 }, () => [20 + random() * 210, 20 + random() * 200, 20 + random() * 180]);
  for (let i = 0; i < width * height; i++) {
    const [x, y] = [i % width, Math.floor(i / width)];
    const tone = tones[(Math.floor((x + 0.3 * y) / 24) + 17 * Math.floor((y + 0.2 * x) / 26)) % tones.length];
    const grain = (random() - 0.5) * 10;
    image.data.set([tone[0] + grain, tone[1] + grain, tone[2] + grain, 255], i * 4);
  }
  return image;
}

const mapped = (image: RasterImage, map: (v: number) => number): RasterImage => ({
  ...image,
  data: image.data.map((v, i) => (i % 4 === 3 ? v : map(v))),
});
const blurred = (image: RasterImage, sigma: number): RasterImage =>
  pasteFloat(image, blurImage(cropFloat(image, { x: 0, y: 0, width: image.width, height: image.height }), sigma), { x: 0, y: 0 });

test("a sharp, well lit picture of usual size has no findings", () => assert.deepEqual(checkInput(scene()), []));
test("a blurred picture is found blurred", () => assert.deepEqual(checkInput(blurred(scene(), 4)), ["blurred"]));
test("a burnt-out picture is found over-exposed", () =>
  assert.deepEqual(checkInput(mapped(scene(), (v) => v * 2.6 + 40)), ["over_exposed"]));
test("a dark picture is found under-exposed", () => assert.ok(checkInput(mapped(scene(), (v) => v * 0.2)).includes("under_exposed")));
test("small and large pictures are found", () => {
  assert.deepEqual(checkInput(scene(150, 120)), ["tiny"]);
  assert.deepEqual(checkInput(scene(4200, 170)), ["huge"]);
});

test("a drawing on white paper is neither burnt out nor blurred", () => {
  const image = createRaster(300, 300);
  for (let i = 0; i < 90000; i++) image.data.set((i % 300) % 60 < 20 ? [200, 30, 30, 255] : [255, 255, 255, 255], i * 4);
  assert.deepEqual(checkInput(image), []);
});

test("a gradient of strong colours is not burnt out", () => {
  const image = createRaster(300, 300);
  for (let i = 0; i < 90000; i++) image.data.set([255, 240 - (i % 300) / 4, 222 - Math.floor(i / 300) / 5, 255], i * 4);
  assert.deepEqual(checkInput(image), []);
});

test("the light is left out where it does not matter, and nothing else", () => {
  assert.deepEqual(checkInput(mapped(scene(150, 120), (v) => v * 0.2)).toSorted(), ["tiny", "under_exposed"]);
  assert.deepEqual(
    checkInput(
      mapped(scene(150, 120), (v) => v * 0.2),
      { light: false },
    ),
    ["tiny"],
  );
});

test("an empty picture has nothing to say", () => assert.deepEqual(checkInput(createRaster(300, 300)), []));
test("every finding has a sentence", () => assert.match(inputSentence("blurred"), /blurred/));
