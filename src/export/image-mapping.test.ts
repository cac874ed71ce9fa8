import assert from "node:assert/strict";
import { test } from "node:test";
import { imageDensity, wholeImageBox } from "./image-mapping.ts";

const image = { width: 400, height: 200 };
const FILL = { scaleMode: "FILL" } as const;
const FIT = { scaleMode: "FIT" } as const;

test("a filled layer of the image's aspect shows it whole", () => {
  assert.deepEqual(wholeImageBox(FILL, image, { width: 100, height: 50 }), { x: 0, y: 0, width: 100, height: 50 });
});

test("a layer rounded by less than half an image pixel still counts as whole", () => {
  // 50.1 units high: scale 0.2505, 100.2 units wide, so 0.1 units or 0.4 image pixels hang over on either side.
  assert.ok(wholeImageBox(FILL, image, { width: 100, height: 50.1 }));
  // 50.2 units high: 0.8 image pixels on either side.
  assert.equal(wholeImageBox(FILL, image, { width: 100, height: 50.2 }), undefined);
});

test("a filled layer of another aspect cuts the image off", () => {
  assert.equal(wholeImageBox(FILL, image, { width: 100, height: 100 }), undefined);
});

test("a fitted image lies centred in its layer", () => {
  assert.deepEqual(wholeImageBox(FIT, image, { width: 100, height: 100 }), { x: 0, y: 25, width: 100, height: 50 });
});

test("a crop that shows the whole image is followed", () => {
  // The layer spans the image from −0.5 to 1.5 across and down: the image is its middle half.
  const imageTransform = [
    [2, 0, -0.5],
    [0, 2, -0.5],
  ] as const;
  assert.deepEqual(wholeImageBox({ scaleMode: "CROP", imageTransform }, image, { width: 100, height: 50 }), {
    x: 25,
    y: 12.5,
    width: 50,
    height: 25,
  });
});

test("a crop that hides part of the image is refused", () => {
  const imageTransform = [
    [0.5, 0, 0.25],
    [0, 1, 0],
  ] as const;
  assert.equal(wholeImageBox({ scaleMode: "CROP", imageTransform }, image, { width: 100, height: 50 }), undefined);
});

test("mirrored, turned and tiled images are refused", () => {
  const box = { width: 100, height: 50 };
  const mirrored = [
    [-1, 0, 1],
    [0, 1, 0],
  ] as const;
  const turned = [
    [0, 1, 0],
    [-1, 0, 1],
  ] as const;
  assert.equal(wholeImageBox({ scaleMode: "CROP", imageTransform: mirrored }, image, box), undefined);
  assert.equal(wholeImageBox({ scaleMode: "CROP", imageTransform: turned }, image, box), undefined);
  assert.equal(wholeImageBox({ scaleMode: "TILE" }, image, box), undefined);
});

test("density is image pixels per unit as drawn", () => {
  assert.equal(imageDensity(FILL, image, { width: 100, height: 100 }), 2); // 200 px over 100 units
  assert.equal(imageDensity(FIT, image, { width: 100, height: 100 }), 4); // 400 px over 100 units
  assert.equal(imageDensity({ scaleMode: "TILE" }, image, { width: 100, height: 100 }), 1);
});
