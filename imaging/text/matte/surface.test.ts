import assert from "node:assert/strict";
import { test } from "node:test";
import { mulberry32 } from "../../raster/random.ts";
import { createFloatImage, type FloatImage } from "../../raster/raster.ts";
import { median, quantile } from "../../raster/statistics.ts";
import { quadraticSurface } from "./surface.ts";

const [W, H] = [60, 40];
const EVERY = Array.from({ length: W * H }, (_, i) => i);
const bowl = (x: number, y: number, c: number): number => 90 + 20 * c + x - 0.5 * y + 0.02 * x * x - 0.01 * x * y + 0.03 * y * y;

function image(at: (x: number, y: number, c: number, i: number) => number): FloatImage {
  const out = createFloatImage(W, H);
  for (let i = 0; i < W * H; i++) for (let c = 0; c < 3; c++) out.data[i * 3 + c] = at(i % W, Math.floor(i / W), c, i);
  return out;
}
const farthest = (a: FloatImage): number =>
  a.data.reduce((most, v, k) => {
    const i = Math.floor(k / 3);
    return Math.max(most, Math.abs(v - bowl(i % W, Math.floor(i / W), k % 3)));
  }, 0);

test("a quadratic ground comes back exactly, everywhere, from half of its pixels", () => {
  const surface = quadraticSurface(
    image(bowl),
    EVERY.filter((i) => i % W < W / 2),
  );
  assert.ok(farthest(surface.pixels) < 0.2, `${farthest(surface.pixels)}`);
  assert.ok(surface.noise < 0.05 && surface.residual.every((r) => r < 0.3));
});

test("a fifth of strangers among the pixels does not bend the ground", () => {
  const random = mulberry32(5);
  const stranger = EVERY.map(() => random() < 0.2);
  const surface = quadraticSurface(
    image((x, y, c, i) => (stranger[i] ? 250 : bowl(x, y, c))),
    EVERY,
  );
  assert.ok(farthest(surface.pixels) < 0.5, `${farthest(surface.pixels)}`);
  const told = EVERY.filter((i) => surface.residual[i] > 10 === stranger[i]).length;
  assert.ok(told > 0.97 * EVERY.length, `${told}`);
});

test("noise is the spread about the ground", () => {
  const random = mulberry32(9);
  const gauss = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const { noise } = quadraticSurface(
    image((x, y, c) => bowl(x, y, c) + 4 * gauss()),
    EVERY,
  );
  // Length of a three-channel error of σ 4: median 1.538 σ, times 1.4826.
  assert.ok(Math.abs(noise - 4 * 1.538 * 1.4826) < 0.5, `${noise}`);
});

test("median and quantile pick from the sorted list without changing it", () => {
  const list = [9, 1, 5, 3, 7];
  assert.equal(median(list), 5);
  assert.equal(quantile(list, 0), 1);
  assert.equal(quantile(list, 1), 9);
  assert.equal(quantile(list, 0.8), 9);
  assert.deepEqual(list, [9, 1, 5, 3, 7]);
  assert.equal(median([]), 0);
  assert.equal(quantile([], 0.5), 0);
});
