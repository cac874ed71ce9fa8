import assert from "node:assert/strict";
import { test } from "node:test";
import { createPress, type Lettered, type Lettering } from "../../../test/fixtures/lettering.ts";
import { blurPlane } from "../../raster/blur.ts";
import type { Rgb } from "../../raster/colour.ts";
import { mulberry32 } from "../../raster/random.ts";
import type { FloatImage } from "../../raster/raster.ts";
import { findVeil } from "./find-veil.ts";
import { type Shadow, shadowCoverage, shadowShare } from "./shadow.ts";

const press = createPress();
const WHITE: Rgb = [255, 255, 255];
const SIDE = 512;

/** Light and shade of all sizes, as photographs have: noise blurred more and more, the coarser the stronger. */
function clouds(seed: number): Float32Array {
  const random = mulberry32(seed);
  const data = new Float32Array(SIDE * SIDE).fill(120);
  for (const sigma of [1, 3, 9, 27]) {
    const noise = Float32Array.from(data, () => random() - 0.5);
    const soft = blurPlane({ width: SIDE, height: SIDE, data: noise }, sigma).data;
    for (let i = 0; i < data.length; i++) data[i] += soft[i] * sigma * 90;
  }
  return data;
}

function photograph(seed: number): NonNullable<Lettering["ground"]> {
  const light = clouds(seed);
  const clamp = (v: number): number => Math.max(0, Math.min(255, v));
  return (x, y) => {
    const v = light[(y % SIDE) * SIDE + (x % SIDE)];
    return [clamp(v), clamp(0.8 * v + 20), clamp(0.6 * v + 30)];
  };
}

const letters = (seed: number, more: Partial<Lettering> = {}): Promise<Lettered> =>
  press.letter({ text: "Sunset", sizePx: 84, weight: 700, ground: photograph(seed), ink: () => WHITE, ...more });

/** The letters over a shadow of their own on the ground. */
function shaded({ coverage, ground }: Lettered, shadow: Shadow): FloatImage {
  const cast = shadowCoverage(coverage, shadow);
  const data = Float32Array.from(ground.data);
  for (let i = 0; i < data.length; i++) {
    const at = Math.floor(i / 3);
    const below = data[i] + (shadow.colour[i % 3] - data[i]) * shadowShare(shadow, cast.data[at]);
    data[i] = Math.round(below + (WHITE[i % 3] - below) * coverage.data[at]);
  }
  return { ...ground, data };
}

const veilOf = ({ region, outlined, setting }: Lettered, image: FloatImage = region.pixels, ink = outlined): Shadow | undefined =>
  findVeil({ image, foreign: region.foreign, ink, sizePx: setting.sizePx });

test("a glow over a photograph is found, as wide as it is and straight behind its letters", async () => {
  for (const seed of [1, 2]) {
    const lettered = await letters(seed);
    const drawn: Shadow = { dx: 0, dy: 0, blurPx: 9, colour: [240, 230, 120], opacity: 0.9, times: 2 };
    const found = veilOf(lettered, shaded(lettered, drawn));
    assert.ok(found);
    assert.deepEqual([found.dx, found.dy], [0, 0]);
    assert.ok(Math.abs(found.blurPx - drawn.blurPx) < 2.5, `${found.blurPx}`);
  }
});

test("a soft shadow over a photograph is found where it lies", async () => {
  const lettered = await letters(3);
  const drawn: Shadow = { dx: 6, dy: 5, blurPx: 3, colour: [0, 0, 0], opacity: 0.7 };
  const found = veilOf(lettered, shaded(lettered, drawn));
  assert.ok(found && Math.hypot(found.dx - drawn.dx, found.dy - drawn.dy) < 1.5, JSON.stringify(found));
  assert.ok(Math.max(...found.colour) < 60, `${found.colour}`);
});

test("letters on a photograph that have none have none", async () => {
  for (const seed of [4, 5, 6, 7, 8]) assert.equal(veilOf(await letters(seed)), undefined, `${seed}`);
});

test("an outline is no glow", async () => {
  const lettered = await letters(9, { outline: { colour: [20, 20, 24], widthPx: 4 } });
  assert.equal(veilOf(lettered, lettered.region.pixels, lettered.coverage), undefined);
});
