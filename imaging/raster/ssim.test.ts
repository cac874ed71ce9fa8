import assert from "node:assert/strict";
import { test } from "node:test";
import { mulberry32 } from "./random.ts";
import { createFloatImage, createMask, type FloatImage } from "./raster.ts";
import { ssim } from "./ssim.ts";

const noise = (seed: number, amplitude: number): FloatImage => {
  const image = createFloatImage(48, 40);
  const next = mulberry32(seed);
  for (let i = 0; i < image.data.length; i++) image.data[i] = 128 + (next() - 0.5) * amplitude;
  return image;
};

test("an image is similar to itself by 1", () => {
  const image = noise(1, 200);
  assert.ok(Math.abs(ssim(image, image) - 1) < 1e-3);
});

test("similarity is symmetric and falls with the difference", () => {
  const image = noise(1, 200);
  const mixed = (t: number): FloatImage => ({ ...image, data: image.data.map((v, i) => v * (1 - t) + noise(2, 200).data[i] * t) });
  const [little, much] = [mixed(0.1), mixed(0.6)];
  assert.ok(Math.abs(ssim(image, much) - ssim(much, image)) < 1e-6);
  assert.ok(ssim(image, little) > 0.95);
  assert.ok(ssim(image, much) < ssim(image, little) - 0.2);
});

test("flat images differ only by the luminance term (2ab + c)/(a² + b² + c)", () => {
  const flat = (v: number): FloatImage => ({ width: 20, height: 20, data: new Float32Array(1200).fill(v) });
  const c = 2.55 ** 2;
  const expected = (2 * 100 * 150 + c) / (100 ** 2 + 150 ** 2 + c);
  assert.ok(Math.abs(ssim(flat(100), flat(150)) - expected) < 1e-3);
});

test("only masked pixels count", () => {
  const image = noise(1, 200);
  const other: FloatImage = { ...image, data: image.data.map((v, i) => (Math.floor(i / 3) % 48 < 20 ? 255 - v : v)) };
  const mask = createMask(48, 40);
  for (let i = 0; i < mask.data.length; i++) mask.data[i] = i % 48 >= 30 ? 255 : 0;
  assert.ok(Math.abs(ssim(image, other, mask) - 1) < 1e-3);
  assert.ok(ssim(image, other) < 0.8);
});
