import assert from "node:assert/strict";
import { test } from "node:test";
import { BLACK, createPress, type Lettered, type Lettering } from "../../../test/fixtures/lettering.ts";
import type { Rgb } from "../../raster/colour.ts";
import { settingCoverage } from "../setting.ts";
import type { Outline } from "./outline.ts";
import { findThinOutline } from "./thin-outline.ts";

const press = createPress();
const CREAM: Rgb = [250, 240, 215];
const GREEN: Rgb = [40, 120, 90];

function thinOf({ region, ground, coverage, setting, text }: Lettered, fillColour: Rgb): Outline | undefined {
  const target = { width: region.rect.width, height: region.rect.height };
  return findThinOutline({ image: region.pixels, plate: ground, fill: coverage, fillColour }, (widthPx) =>
    settingCoverage(press.ruler, setting, { text, target: { ...target, strokePx: 2 * widthPx } }),
  );
}
const base: Lettering = { text: "Weekend", sizePx: 60, weight: 700, ground: () => GREEN, ink: () => CREAM };

test("a thin outline is found with its colour and its width to half a pixel", async () => {
  for (const widthPx of [1, 1.5, 2]) {
    const found = thinOf(await press.letter({ ...base, outline: { colour: BLACK, widthPx } }), CREAM);
    assert.ok(found, `${widthPx}`);
    assert.ok(Math.abs(found.widthPx - widthPx) <= 0.5, `${found.widthPx}, drawn ${widthPx}`);
    assert.ok(Math.hypot(...found.colour.map((c, k) => c - BLACK[k])) < 30, `${found.colour}`);
  }
});

test("plain letters have none, nor where the fit lies a pixel off", async () => {
  const plain = await press.letter(base);
  assert.equal(thinOf(plain, CREAM), undefined);
  const off = { ...plain.setting, x: plain.setting.x + 1 };
  const coverage = settingCoverage(press.ruler, off, { text: plain.text, target: plain.coverage });
  assert.equal(thinOf({ ...plain, setting: off, coverage }, CREAM), undefined);
});

test("a little more softness than fitted is not taken for an outline", async () => {
  const soft = await press.letter({ ...base, softness: 0.6 });
  const sharp = { ...soft.setting, softness: 0.3 };
  const coverage = settingCoverage(press.ruler, sharp, { text: soft.text, target: soft.coverage });
  assert.equal(thinOf({ ...soft, setting: sharp, coverage }, CREAM), undefined);
});
