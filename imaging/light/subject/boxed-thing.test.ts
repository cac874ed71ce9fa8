import assert from "node:assert/strict";
import { test } from "node:test";
import { studioPicture } from "../../../test/fixtures/studio-picture.ts";
import { oklabPixels } from "../kernel/colour-cube.ts";
import { boxedThing } from "./boxed-thing.ts";

const overlap = (a: Float32Array, b: Float32Array): number => {
  let [both, either] = [0, 0];
  for (let i = 0; i < a.length; i++) {
    both += Math.min(a[i], b[i]);
    either += Math.max(a[i], b[i]);
  }
  return both / either;
};

test("a box around a grey thing before checks, one of which is as grey, gives the thing", () => {
  const { image, alpha } = studioPicture({ subject: [200, 200, 204], checks: [90, 110, 70], ground: [150, 150, 152], noise: 2 });
  const thing = boxedThing(image, oklabPixels(image), { x: 50, y: 30, width: 140, height: 132 });
  assert.ok(thing);
  assert.ok(overlap(thing.data, alpha.data) > 0.93, `IoU ${overlap(thing.data, alpha.data)}`);
});

test("a box on even ground holds no thing of its own", () => {
  const { image } = studioPicture({ noise: 1 });
  const thing = boxedThing(image, oklabPixels(image), { x: 4, y: 4, width: 40, height: 30 });
  assert.ok(thing === undefined || thing.data.every((v, i) => v === 0 || (i % image.width < 44 && Math.floor(i / image.width) < 34)));
});
