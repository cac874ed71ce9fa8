import assert from "node:assert/strict";
import { test } from "node:test";
import { BLACK, createPress, type Lettered, PAPER } from "../../../test/fixtures/lettering.ts";
import type { Rgb } from "../../raster/colour.ts";
import { rgbDistance } from "../../raster/colour.ts";
import { distanceToMask } from "../../raster/distance.ts";
import { createMask, type Mask, type Plane } from "../../raster/raster.ts";
import { cellEdges } from "../frame.ts";
import { fillColours, innerFill, softFill, surroundings } from "./fill.ts";

const press = createPress();
const YELLOW: Rgb = [250, 210, 40];
const NAVY: Rgb = [20, 30, 90];

const hard = (plane: Plane): Mask => ({ ...plane, data: Uint8Array.from(plane.data, (a) => (a > 0.5 ? 255 : 0)) });
const placeOf = ({ frame, line }: Lettered) => ({ frame, edges: cellEdges(line.chars, frame.halfU) });

test("of outlined letters the fill is found inside the outline", async () => {
  const lettered = await press.letter({ text: "Sale", sizePx: 80, ink: () => YELLOW, outline: { colour: NAVY, widthPx: 5 } });
  const fill = innerFill(lettered.region.pixels, hard(lettered.outlined), placeOf(lettered));
  const wanted = hard(lettered.coverage);
  const off = fill.data.reduce((n, v, i) => n + (v === wanted.data[i] ? 0 : 1), 0);
  const inked = wanted.data.reduce((n, v) => n + (v === 0 ? 0 : 1), 0);
  assert.ok(off < 0.12 * inked, `${off} of ${inked}`);
});

test("letters without an outline, of one colour or of two halves, are fill up to their antialiased rim", async () => {
  for (const ink of [() => BLACK, (_: number, v: number) => (v < 0 ? YELLOW : NAVY)]) {
    const lettered = await press.letter({ text: "Sale", sizePx: 80, ink });
    const support = hard(lettered.coverage);
    const away = distanceToMask(innerFill(lettered.region.pixels, support, placeOf(lettered)));
    assert.ok(support.data.every((v, i) => v === 0 || away[i] <= 1.5));
  }
});

test("fill colours are those of the strokes' cores, per character", async () => {
  const colours: Rgb[] = [
    [200, 30, 30],
    [30, 140, 60],
    [30, 60, 200],
  ];
  for (const [sizePx, tolerance] of [
    [90, 4],
    [26, 40],
  ]) {
    const lettered = await press.letter({ text: "HME", sizePx, weight: 800, ink: (_u, _v, k) => colours[k] });
    const fill = hard(lettered.coverage);
    const around = surroundings(lettered.region.pixels, fill, lettered.region.foreign);
    const { cells } = fillColours(lettered.region.pixels, fill, { ...placeOf(lettered), around });
    cells.forEach((c, k) => {
      assert.ok(rgbDistance(c, colours[k]) < tolerance, `${sizePx} px: ${c}`);
    });
  }
});

test("half a stroke is measured in pixels", async () => {
  const lettered = await press.letter({ text: "IIII", faceId: "inter", weight: 700, sizePx: 100 });
  const fill = hard(lettered.coverage);
  const row = Math.floor(lettered.region.rect.height / 2) * fill.width;
  const first = fill.data.indexOf(255, row);
  const stroke = fill.data.indexOf(0, first) - first;
  const around = surroundings(lettered.region.pixels, fill, lettered.region.foreign);
  const { halfStroke } = fillColours(lettered.region.pixels, fill, { ...placeOf(lettered), around });
  assert.ok(Math.abs(halfStroke - stroke / 2) <= 1.5, `${halfStroke} of ${stroke}`);
});

test("under the letters the surroundings go on, learnt from neither them nor other lines", async () => {
  const lettered = await press.letter({ text: "Sale", ground: (x) => [100 + x / 3, 150, 150] });
  const { region, ground } = lettered;
  const foreign = createMask(region.rect.width, region.rect.height);
  for (let y = 0; y < 20; y++) {
    for (let x = 0; x < region.rect.width; x++) {
      foreign.data[y * region.rect.width + x] = 255;
      region.pixels.data.fill(0, (y * region.rect.width + x) * 3, (y * region.rect.width + x) * 3 + 3);
    }
  }
  const under = surroundings(region.pixels, hard(lettered.coverage), foreign);
  for (let i = 0; i < lettered.coverage.data.length; i++) {
    if (lettered.coverage.data[i] > 0.5) assert.ok(Math.abs(under.data[i * 3] - ground.data[i * 3]) < 10);
  }
});

test("soft coverage is the coverage the letters were drawn with", async () => {
  const lettered = await press.letter({ text: "Sale", softness: 0.8 });
  const { region, coverage } = lettered;
  const fill = hard(coverage);
  const around = surroundings(region.pixels, fill, region.foreign);
  const soft = softFill(region.pixels, fill, { around, colourAt: () => BLACK, noise: 0.5 });
  const far = soft.data.reduce((most, v, i) => Math.max(most, Math.abs(v - coverage.data[i])), 0);
  assert.ok(far < 0.12, `${far}`);
  assert.ok(rgbDistance([around.data[0], around.data[1], around.data[2]], PAPER) < 1);
});
