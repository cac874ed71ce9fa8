import assert from "node:assert/strict";
import { test } from "node:test";
import { BLACK, createPress, type Lettered, type Lettering } from "../../../test/fixtures/lettering.ts";
import { fromYcc, throughHalfSize, toYcc } from "../../raster/chroma.ts";
import type { Rgb } from "../../raster/colour.ts";
import { createPlane, type FloatImage } from "../../raster/raster.ts";
import { settingCoverage } from "../setting-coverage.ts";
import type { Outline } from "./outline.ts";
import { findThinOutline } from "./thin-outline.ts";

const press = createPress();
const CREAM: Rgb = [250, 240, 215];
const GREEN: Rgb = [40, 120, 90];

function thinOf({ region, ground, coverage, setting, text }: Lettered, fillColour: Rgb): Outline | undefined {
  const target = { width: region.rect.width, height: region.rect.height };
  return findThinOutline({ image: region.pixels, plate: ground, fill: coverage, fillColour, origin: region.rect }, (widthPx) =>
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

/** The picture as a file brings it back that keeps colour at half size. */
function halfSized({ width, height, data }: FloatImage): FloatImage {
  const planes = [0, 1, 2].map(() => createPlane(width, height));
  for (let i = 0; i < width * height; i++) {
    const ycc = toYcc([data[i * 3], data[i * 3 + 1], data[i * 3 + 2]]);
    for (let c = 0; c < 3; c++) planes[c].data[i] = ycc[c];
  }
  const [y, cb, cr] = planes.map((plane, c) => (c === 0 ? plane : throughHalfSize(plane, { x: 0, y: 0 })));
  const out = Float32Array.from(data);
  for (let i = 0; i < width * height; i++)
    out.set(
      fromYcc([y.data[i], cb.data[i], cr.data[i]]).map((v) => Math.max(0, Math.min(255, v))),
      i * 3,
    );
  return { width, height, data: out };
}

test("the pale rim that colour kept at half size leaves around letters is no outline, a drawn one still is", async () => {
  const yellow: Rgb = [245, 180, 0];
  for (const [ground, ink] of [
    [yellow, BLACK],
    [[250, 120, 10], CREAM],
  ] as const) {
    const plain = await press.letter({ ...base, sizePx: 34, ground: () => ground, ink: () => ink });
    assert.equal(thinOf({ ...plain, region: { ...plain.region, pixels: halfSized(plain.region.pixels) } }, ink), undefined);
  }
  const white = { colour: [255, 255, 255] as Rgb, widthPx: 1.5 };
  const lined = await press.letter({ ...base, sizePx: 34, ground: () => yellow, ink: () => BLACK, outline: white });
  assert.ok(thinOf({ ...lined, region: { ...lined.region, pixels: halfSized(lined.region.pixels) } }, BLACK));
});
