import assert from "node:assert/strict";
import { test } from "node:test";
import { createPress, type Lettered } from "../../../test/fixtures/lettering.ts";
import type { Rgb } from "../../raster/colour.ts";
import type { FloatImage } from "../../raster/raster.ts";
import { findShadow } from "./find-shadow.ts";
import { type Shadow, shadowCoverage, shadowShare } from "./shadow.ts";

const press = createPress();
const SAND: Rgb = [226, 196, 150];
const WHITE: Rgb = [255, 255, 255];

const letters = (): Promise<Lettered> => press.letter({ text: "Sunset", sizePx: 84, weight: 800, ground: () => SAND, ink: () => WHITE });

/** The letters over a shadow of their own on the ground. */
function shaded({ coverage, ground }: Lettered, shadow: Shadow): FloatImage {
  const cast = shadowCoverage(coverage, shadow);
  const data = Float32Array.from(ground.data);
  for (let i = 0; i < cast.data.length; i++) {
    for (let c = 0; c < 3; c++) {
      const below = data[i * 3 + c] + (shadow.colour[c] - data[i * 3 + c]) * shadowShare(shadow, cast.data[i]);
      data[i * 3 + c] = Math.round(below + (WHITE[c] - below) * coverage.data[i]);
    }
  }
  return { ...ground, data };
}

const shadowOf = ({ region, ground, coverage, setting }: Lettered, image: FloatImage): Shadow | undefined =>
  findShadow({ image, ground, foreign: region.foreign, ink: coverage, sizePx: setting.sizePx, noise: 0.5 });

test("a shadow is found where it lies, as soft and as dark as it is", async () => {
  const lettered = await letters();
  for (const drawn of [
    { dx: 5, dy: 7, blurPx: 3, colour: [0, 0, 0], opacity: 0.5 },
    { dx: -6, dy: 4, blurPx: 1.5, colour: [60, 20, 0], opacity: 0.8 },
  ] as const) {
    const found = shadowOf(lettered, shaded(lettered, drawn));
    assert.ok(found);
    assert.ok(Math.hypot(found.dx - drawn.dx, found.dy - drawn.dy) < 0.6, `${found.dx}, ${found.dy}`);
    assert.ok(Math.abs(found.blurPx - drawn.blurPx) < 0.8, `${found.blurPx}`);
    const darkens = (s: Shadow) => SAND.map((g, c) => (g - s.colour[c]) * s.opacity);
    const [was, now] = [darkens(drawn), darkens(found)];
    was.forEach((w, c) => {
      assert.ok(Math.abs(now[c] - w) < 0.2 * w + 6, `${now} was ${was}`);
    });
  }
});

test("a glow laid on twice is found as such, straight behind its letters", async () => {
  const lettered = await letters();
  const drawn: Shadow = { dx: 0, dy: 0, blurPx: 6, colour: [40, 90, 200], opacity: 0.9, times: 2 };
  const found = shadowOf(lettered, shaded(lettered, drawn));
  assert.ok(found && (found.times ?? 1) > 1, JSON.stringify(found));
  assert.deepEqual([found.dx, found.dy], [0, 0]);
  assert.ok(Math.abs(found.blurPx - drawn.blurPx) < 1.2, `${found.blurPx}`);
});

test("letters without a shadow have none", async () => {
  const lettered = await letters();
  assert.equal(shadowOf(lettered, lettered.region.pixels), undefined);
});

test("on an uneven ground its own ups and downs are no shadow of the letters, and a shadow on it still is one", async () => {
  const lettered = await letters();
  const { coverage, region, setting, ground } = lettered;
  const { width } = coverage;
  const wave = (i: number): number => 22 * Math.sin((i % width) / 60) * Math.cos(Math.floor(i / width) / 45) - 16;
  const uneven = (image: FloatImage): FloatImage => ({
    ...image,
    data: image.data.map((v, i) => v + (coverage.data[Math.floor(i / 3)] > 0 ? 0 : wave(Math.floor(i / 3)))),
  });
  const at = { ground, foreign: region.foreign, ink: coverage, sizePx: setting.sizePx, noise: 8 };
  const cast = { dx: 3, dy: 3, inkColour: WHITE };
  assert.equal(findShadow({ ...at, image: uneven(region.pixels), cast }), undefined);
  const shadow: Shadow = { dx: 4, dy: 4, blurPx: 1, colour: [0, 0, 0], opacity: 0.7 };
  assert.ok(findShadow({ ...at, image: uneven(shaded(lettered, shadow)), cast: { ...cast, dx: 4, dy: 4 } }));
});

test("a shadow's coverage is the letters' own, moved and blurred", async () => {
  const { coverage } = await letters();
  const moved = shadowCoverage(coverage, { dx: 3, dy: -2, blurPx: 0 });
  const { width } = coverage;
  for (let i = 10 * width + 10; i < coverage.data.length - 10 * width; i += 37)
    assert.equal(moved.data[i], coverage.data[i + 2 * width - 3]);
  const mass = (data: Float32Array) => data.reduce((a, b) => a + b, 0);
  const soft = shadowCoverage(coverage, { dx: 0, dy: 0, blurPx: 4 });
  assert.ok(Math.abs(mass(soft.data) / mass(coverage.data) - 1) < 0.01);
});
