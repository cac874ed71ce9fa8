import assert from "node:assert/strict";
import { test } from "node:test";
import { createPress } from "../../../test/fixtures/lettering.ts";
import { type Rgb, rgbDistance } from "../../raster/colour.ts";
import type { FloatImage, Plane } from "../../raster/raster.ts";
import { settingCoverage } from "../setting-coverage.ts";
import { polished } from "./polish.ts";
import { settledOutline } from "./settle-outline.ts";
import { shadowCoverage } from "./shadow.ts";

const press = createPress();
const SAND: Rgb = [226, 196, 150];
const GREEN: Rgb = [40, 130, 30];

const laid = (under: FloatImage, coverage: Plane, colour: Rgb, opacity = 1): FloatImage => ({
  ...under,
  data: under.data.map((v, k) => v + (colour[k % 3] - v) * coverage.data[Math.floor(k / 3)] * opacity),
});

test("letters fitted together with their hard shadow find their own size, weight and place once it is known", async () => {
  const lettered = await press.letter({ text: "Terms apply", faceId: "inter", sizePx: 40, weight: 500, ground: () => SAND });
  const { coverage, ground, setting, region, frame } = lettered;
  const under = laid(ground, shadowCoverage(coverage, { dx: 2.5, dy: 1.5, blurPx: 0 }), [0, 0, 0], 0.6);
  const image = laid(under, coverage, GREEN);
  const face = press.fonts.faces().find((f) => f.id === "inter");
  assert.ok(face);
  const off = { ...setting, sizePx: setting.sizePx * 1.03, weight: 600, x: setting.x + 1, y: setting.y + 0.8 };
  const found = polished(
    press.ruler,
    { face, setting: off },
    {
      image,
      under,
      coverage,
      colourAt: () => GREEN,
      foreign: region.foreign,
      frame,
      text: "Terms apply",
    },
  );
  assert.ok(Math.abs(found.setting.sizePx / setting.sizePx - 1) < 0.006, `${found.setting.sizePx}`);
  assert.ok(Math.abs(found.setting.weight - 500) <= 50, `${found.setting.weight}`);
  assert.ok(Math.hypot(found.setting.x - setting.x, found.setting.y - setting.y) < 0.35);
  assert.ok(found.similarity > 0.9);
});

test("an outline read off too wide is brought to its width and colour", async () => {
  const blue: Rgb = [20, 99, 160];
  const lettered = await press.letter({
    text: "Projector",
    sizePx: 44,
    weight: 600,
    ground: () => SAND,
    outline: { colour: blue, widthPx: 2 },
  });
  const { coverage, outlined, ground, region } = lettered;
  const image = laid(laid(ground, outlined, blue), coverage, [250, 250, 250]);
  const at = { image, ground, foreign: region.foreign, fill: coverage, origin: { x: 0, y: 0 } };
  const drawn = new Map<number, Plane>();
  for (const widthPx of [1.5, 1.9, 2, 2.3, 2.7, 3.1, 3.6, 5.6]) {
    const { outlined: wide } = await press.letter({ text: "Projector", sizePx: 44, weight: 600, outline: { colour: blue, widthPx } });
    drawn.set(widthPx, wide);
  }
  const nearest = (widthPx: number): Plane => {
    const key = [...drawn.keys()].reduce((a, b) => (Math.abs(b - widthPx) < Math.abs(a - widthPx) ? b : a));
    return drawn.get(key) ?? outlined;
  };
  const found = settledOutline(at, { colour: [60, 110, 150], widthPx: 2.7 }, nearest);
  assert.ok(Math.abs(found.widthPx - 2) < 0.45, `${found.widthPx}`);
  assert.ok(rgbDistance(found.colour, blue) < 12, `${found.colour}`);
});

test("an outline of letters that were drawn in a face only near stays as it was read off", async () => {
  const dark: Rgb = [50, 50, 52];
  const base = { text: "Projector", sizePx: 60, weight: 800, ground: (): Rgb => SAND };
  const lettered = await press.letter({ ...base, outline: { colour: dark, widthPx: 5 } });
  const { coverage, outlined, ground, region, setting, text } = lettered;
  const image = laid(laid(ground, outlined, dark), coverage, [250, 250, 250]);
  const near = { ...setting, slant: 0.2, condense: 0.94, y: setting.y + 3 };
  const draw = (widthPx?: number): Plane =>
    settingCoverage(press.ruler, near, { text, target: { ...coverage, ...(widthPx ? { strokePx: 2 * widthPx } : {}) } });
  const at = { image, ground, foreign: region.foreign, fill: draw(), seenFill: coverage, origin: { x: 0, y: 0 } };
  const found = settledOutline(at, { colour: dark, widthPx: 5 }, draw);
  assert.ok(found.widthPx <= 5.8, `${found.widthPx}`);
  assert.ok(rgbDistance(found.colour, dark) < 30, `${found.colour}`);
});
