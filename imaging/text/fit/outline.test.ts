import assert from "node:assert/strict";
import { test } from "node:test";
import { createPress, type Lettered } from "../../../test/fixtures/lettering.ts";
import type { Rgb } from "../../raster/colour.ts";
import { findOutline, type Outline } from "./outline.ts";

const press = createPress();
const WHITE: Rgb = [255, 255, 255];
const NAVY: Rgb = [16, 24, 80];
const CORAL: Rgb = [240, 110, 90];

const outlineOf = ({ region, frame, coverage, setting }: Lettered, fillColour: Rgb): Outline | undefined =>
  findOutline(region.pixels, coverage, { frame, foreign: region.foreign, sizePx: setting.sizePx, fillColour });

test("an outline's width is read to 0.6 px and its colour to a step", async () => {
  for (const widthPx of [2.5, 4, 7]) {
    for (const [text, faceId] of [
      ["Sale 50", "inter"],
      ["年度热销", "noto-sans-sc"],
    ]) {
      const lettered = await press.letter({
        text,
        faceId,
        weight: 800,
        sizePx: 90,
        ground: (x) => [CORAL[0], CORAL[1] + x / 20, CORAL[2]],
        ink: () => WHITE,
        outline: { colour: NAVY, widthPx },
      });
      const found = outlineOf(lettered, WHITE);
      assert.ok(found, `${text} ${widthPx}`);
      assert.ok(Math.abs(found.widthPx - widthPx) < 0.6, `${text}: ${found.widthPx}, drawn ${widthPx}`);
      assert.ok(Math.hypot(...found.colour.map((c, k) => c - NAVY[k])) < 12, `${found.colour}`);
    }
  }
});

test("letters without an outline have none", async () => {
  for (const ground of [() => CORAL, (x: number, y: number): Rgb => [200 - x / 4, 120 + y / 3, 90]]) {
    assert.equal(outlineOf(await press.letter({ text: "Sale 50", sizePx: 90, ground, ink: () => WHITE }), WHITE), undefined);
  }
});

test("a panel behind the letters is not an outline", async () => {
  const { region } = await press.letter({ text: "Sale 50", sizePx: 90 });
  for (const margin of [4, 10, 18, 26]) {
    const [w, h] = [region.rect.width, region.rect.height];
    const onPanel = (x: number, y: number) => x > 44 - margin && x < w - 44 + margin && y > 44 - margin && y < h - 44 + margin;
    const lettered = await press.letter({
      text: "Sale 50",
      sizePx: 90,
      ground: (x, y) => (onPanel(x, y) ? NAVY : CORAL),
      ink: () => WHITE,
    });
    assert.equal(outlineOf(lettered, WHITE), undefined, `panel ${margin} px larger than the letters`);
  }
});

test("a light stripe or label as far around the letters as an outline could be is none", async () => {
  const label = { POLISH: [34, 36, 38, 40], "Sale 50": [38] };
  for (const [text, halfs] of Object.entries(label)) {
    for (const half of halfs) {
      const { region } = await press.letter({ text, sizePx: 62, weight: 400 });
      const { width, height } = region.rect;
      const wave = half === 40 ? 6 : 0;
      const ground = (x: number, y: number): Rgb => {
        const inside = Math.abs(y - height / 2 - wave * Math.sin(x / 60)) < half && x > 30 && x < width - 30;
        return inside ? [230, 236, 240] : CORAL;
      };
      const lettered = await press.letter({ text, sizePx: 62, weight: 400, ground, ink: () => NAVY });
      assert.equal(outlineOf(lettered, NAVY), undefined, `${text} ${half}`);
    }
  }
});
