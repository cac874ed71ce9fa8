import assert from "node:assert/strict";
import { test } from "node:test";
import { studioPicture } from "../../../test/fixtures/studio-picture.ts";
import { blurImage } from "../../raster/blur.ts";
import { toOklab } from "../../raster/colour.ts";
import { mulberry32 } from "../../raster/random.ts";
import { createMask, createPlane, type Plane } from "../../raster/raster.ts";
import { applyCube, colourCube, oklabPixels } from "./colour-cube.ts";
import { guidedFilter } from "./guided-filter.ts";
import { blendBy, whereAllowed } from "./where-allowed.ts";
import { wideBlur } from "./wide-blur.ts";

function noise(width: number, height: number): Plane {
  const random = mulberry32(2);
  return { width, height, data: Float32Array.from({ length: width * height }, random) };
}

test("a guided filter calms what lies within the guide's areas and keeps its edges", () => {
  const guide = createPlane(40, 20);
  for (let i = 0; i < guide.data.length; i++) guide.data[i] = i % 40 < 20 ? 0 : 100;
  const input: Plane = { ...noise(40, 20), data: noise(40, 20).data.map((v, i) => (i % 40 < 20 ? 0.2 : 0.8) + 0.3 * (v - 0.5)) };
  const out = guidedFilter(guide, input, { radius: 4, epsilon: 4 });
  const row = (x: number): number => out.data[10 * 40 + x];
  assert.ok(row(21) - row(18) > 0.5, "the step stays a step");
  assert.ok(Math.abs(row(10) - 0.2) < 0.1 && Math.abs(row(30) - 0.8) < 0.1);
});

test("a cube of the map that changes nothing changes nothing", () => {
  const { image } = studioPicture({ noise: 4 });
  assert.deepEqual(
    applyCube(
      image,
      colourCube((colour) => colour),
    ).data,
    image.data,
  );
});

test("OKLab by the cube is OKLab to a third of a visible step", () => {
  const { image } = studioPicture({ noise: 4 });
  const lab = oklabPixels(image);
  for (let i = 0; i < lab.length / 3; i += 97) {
    const exact = toOklab([image.data[i * 4], image.data[i * 4 + 1], image.data[i * 4 + 2]]);
    for (let c = 0; c < 3; c++) assert.ok(Math.abs(lab[i * 3 + c] - 100 * exact[c]) < 0.35, `${lab[i * 3 + c]} ${100 * exact[c]}`);
  }
});

test("region and mask both have to allow a pixel; where neither does, bytes stay", () => {
  const { image, ground } = studioPicture();
  const mask = createMask(image.width, image.height);
  mask.data.fill(255, 0, image.width * 50);
  const allowed = whereAllowed(image, { mask, region: { x: 10, y: 40, width: 20, height: 20 } });
  assert.equal(
    allowed.data.reduce((a, b) => a + b, 0),
    20 * 10,
  );
  const blended = blendBy(image, ground, createPlane(image.width, image.height));
  assert.deepEqual(blended.data, image.data);
});

test("a wide blur comes within four steps of the Gaussian one", () => {
  const [width, height] = [90, 70];
  const data = Float32Array.from({ length: width * height * 3 }, (_, i) => (Math.floor(i / 3) % width > 44 ? 220 : 40));
  for (const sigma of [5, 9]) {
    const [wide, exact] = [wideBlur({ width, height, data }, sigma).data, blurImage({ width, height, data }, sigma).data];
    const off = wide.reduce((most, v, i) => Math.max(most, Math.abs(v - exact[i])), 0);
    assert.ok(off < 4, `${off} at ${sigma}`);
  }
});
