import assert from "node:assert/strict";
import { test } from "node:test";
import { createPress, type Lettered } from "../../../test/fixtures/lettering.ts";
import type { Rgb } from "../../raster/colour.ts";
import { mulberry32 } from "../../raster/random.ts";
import type { FloatImage } from "../../raster/raster.ts";
import { shineThrough } from "./shine-through.ts";

const press = createPress();
const GOLD: Rgb = [252, 214, 90];
const GRAIN = 9;

/** The same picture with grain of its own. */
function grained(ground: FloatImage, seed: number): FloatImage {
  const random = mulberry32(seed);
  const data = Float32Array.from(ground.data);
  for (let i = 0; i < data.length; i += 3) {
    const off = (random() + random() - 1) * GRAIN;
    for (let c = 0; c < 3; c++) data[i + c] += off;
  }
  return { ...ground, data };
}

/** Letters over grain, seen through as said, and the ground as a restoration knows it: right but for the grain, which it makes up. */
function over({ ground, coverage, frame }: Lettered, opacity: number, colour: Rgb = GOLD) {
  const real = grained(ground, 1);
  const data = real.data.map((v, i) => Math.round(v + (colour[i % 3] - v) * coverage.data[Math.floor(i / 3)] * opacity));
  return { image: { ...real, data }, under: grained(ground, 2), coverage, frame };
}

const rolling = (x: number, y: number): Rgb => {
  const light = 12 * Math.sin(x / 40) + 8 * Math.cos(y / 25);
  return [60 + light, 80 + light, 110 + light];
};

test("letters that a grainy ground shines through are told by their own grain, though the restored ground's lies elsewhere", async () => {
  const letters = await press.letter({ text: "SUMMER", weight: 800, sizePx: 70, ground: rolling });
  for (const opacity of [0.65, 0.8, 0.9]) {
    const shine = shineThrough(over(letters, opacity));
    assert.ok(shine && Math.abs(1 - shine.share - opacity) < 0.03, `${opacity}: ${shine?.share}`);
  }
});

test("opaque letters on the same ground let nothing through", async () => {
  const letters = await press.letter({ text: "SUMMER", weight: 800, sizePx: 70, ground: rolling });
  assert.equal(shineThrough(over(letters, 1))?.share, 0);
});

test("grain that a camera laid over letters and ground alike shows nothing of the ground", async () => {
  const letters = await press.letter({ text: "SUMMER", weight: 800, sizePx: 70, ground: rolling });
  const { image, ...rest } = over(letters, 1);
  assert.equal(shineThrough({ ...rest, image: grained(image, 3) })?.share, 0);
});

test("a ground without grain is left to the comparison pixel by pixel", async () => {
  const letters = await press.letter({ text: "SUMMER", weight: 800, sizePx: 70, ground: rolling, ink: () => GOLD });
  const { region, ground, coverage, frame } = letters;
  assert.equal(shineThrough({ image: region.pixels, under: ground, coverage, frame }), undefined);
});
