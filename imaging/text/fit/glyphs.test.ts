import assert from "node:assert/strict";
import { before, test } from "node:test";
import { createPress, PLAIN } from "../../../test/fixtures/lettering.ts";
import { penPositions } from "../pens.ts";
import type { Setting } from "../setting.ts";
import { settingCoverage } from "../setting-coverage.ts";
import type { Warp } from "../warp.ts";
import { fitGlyphs, type GlyphFit, glyphSimilarity, warpOf } from "./glyphs.ts";

const press = createPress();
const TEXT = "ROLLERCOASTER";
const STRAIGHT: Setting = { ...PLAIN, weight: 700, sizePx: 40, x: 230, y: 80, softness: 0.3 };

before(() => press.fonts.prepare(["inter", "lobster"], TEXT));

const shapeOf = (setting: Setting) => ({
  text: TEXT,
  shape: settingCoverage(press.ruler, setting, { text: TEXT, target: { width: 460, height: 130 } }),
  scale: 1,
});
const halfOf = (setting: Setting): number => Math.abs(penPositions(press.ruler, setting, TEXT)[0]);

test("characters of a straight line stand where the line says, within half a pixel", () => {
  const glyphs = fitGlyphs(press.ruler, STRAIGHT, { target: shapeOf(STRAIGHT), most: 20 });
  assert.equal(glyphs.map((g) => g.char).join(""), TEXT);
  for (const g of glyphs) {
    assert.ok(Math.hypot(g.off.along, g.off.across) * STRAIGHT.sizePx < 0.5, `${g.char} ${g.off.along} ${g.off.across}`);
  }
  assert.ok(glyphSimilarity(glyphs) > 0.93, `${glyphSimilarity(glyphs)}`);
});

test("characters picked are spread over the whole line", () => {
  const glyphs = fitGlyphs(press.ruler, STRAIGHT, { target: shapeOf(STRAIGHT), most: 4 });
  assert.equal(glyphs.length, 4);
  assert.equal(`${glyphs[0].char}${glyphs[3].char}`, "RR");
});

test("another face is less alike even when every character may stand a little off", () => {
  const target = shapeOf(STRAIGHT);
  const other = fitGlyphs(press.ruler, { ...STRAIGHT, faceId: "lobster", weight: 400 }, { target, most: 8 });
  const own = fitGlyphs(press.ruler, STRAIGHT, { target, most: 8 });
  assert.ok(glyphSimilarity(other) < glyphSimilarity(own) - 0.15);
  assert.equal(glyphSimilarity([]), 0);
});

test("the bend of an arched line is read off its characters", () => {
  const arch: Warp = {
    half: halfOf(STRAIGHT),
    from: 0,
    along: [0],
    across: [-0.08, 0, 0.12],
    slant: [0],
    turn: [0, 0.08],
    size: [0],
    condense: [0],
  };
  const glyphs = fitGlyphs(press.ruler, STRAIGHT, { target: { ...shapeOf({ ...STRAIGHT, warp: arch }), extraBlur: 0.6 }, most: 14 });
  const found = warpOf(glyphs, arch.half);
  assert.ok(found);
  const at = (c: readonly number[], t: number) => c.reduce((sum, v, k) => sum + v * t ** k, 0);
  for (const t of [-0.9, -0.4, 0, 0.4, 0.9]) {
    assert.ok(Math.abs(at(found.across, t) - at(arch.across, t)) < 0.02, `across at ${t}: ${at(found.across, t)}`);
    // An upright stem that turns and one that leans are the same stem: the two share the bend between them.
    const leans = at(found.turn, t) + at(found.slant, t);
    assert.ok(Math.abs(leans - at(arch.turn, t)) < 0.03, `turn and slant at ${t}: ${leans}`);
  }
});

const glyph = (u: number, off: Partial<GlyphFit["off"]>, both = 90): GlyphFit => ({
  char: "A",
  u,
  both,
  either: 100,
  off: { along: 0, across: 0, slant: 0, turn: 0, size: 0, condense: 0, ...off },
});

test("few characters give a straight trend; what fits badly does not count", () => {
  const rising = [-90, -30, 30, 90].map((u) => glyph(u, { across: 0.1 * (u / 100) }));
  const warp = warpOf([...rising, glyph(0, { across: 0.2 }, 30)], 100);
  assert.ok(warp);
  assert.equal(warp.across.length, 2);
  assert.ok(Math.abs(warp.across[0]) < 1e-4 && Math.abs(warp.across[1] - 0.1) < 1e-4);
  assert.equal(warpOf([glyph(0, {})], 100), undefined);
});
