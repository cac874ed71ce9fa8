import assert from "node:assert/strict";
import { before, test } from "node:test";
import { createPress, PLAIN } from "../../test/fixtures/lettering.ts";
import { pairedPens, penPositions } from "./pens.ts";
import { characterSettings } from "./placed-characters.ts";
import type { Setting } from "./setting.ts";

const { fonts, ruler } = createPress();
const TEXT = "Avenue Hotel";
const MIDDLE: Setting = { ...PLAIN, x: 220, y: 60, softness: 0 };

before(() => fonts.prepare(["inter"], `${TEXT}To Let`));

const close = (a: number, b: number, within: number, what = "") =>
  assert.ok(Math.abs(a - b) <= within, `${what} ${a} is not ${b} ± ${within}`);

test("pen positions lie symmetrically about the middle and end at the advance", () => {
  const setting = { ...PLAIN, tracking: 0.08, wordGap: 0.3, condense: 0.9 };
  const pens = penPositions(ruler, setting, TEXT);
  const advance = ruler.metrics(setting, TEXT).advance * setting.sizePx * setting.condense;
  assert.equal(pens.length, TEXT.length + 1);
  close(pens[0], -advance / 2, 1e-6);
  close(pens[pens.length - 1], advance / 2, 1e-6);
  assert.ok(pens.every((p, i) => i === 0 || p > pens[i - 1]));
});

test("tracking widens every gap by as much, the word gap only those at spaces", () => {
  const widths = (s: Setting) => penPositions(ruler, s, TEXT).flatMap((p, i, all) => (i === 0 ? [] : [p - all[i - 1]]));
  const plain = widths(PLAIN);
  widths({ ...PLAIN, tracking: 0.1 }).forEach((w, i) => {
    close(w - plain[i], i === TEXT.length - 1 ? 0 : 4.8, 0.01, TEXT[i]);
  });
  widths({ ...PLAIN, wordGap: 0.5 }).forEach((w, i) => {
    close(w - plain[i], TEXT[i] === " " ? 24 : 0, 0.01, TEXT[i]);
  });
});

test("pens put together from pairs stand where the whole line's do, within a hundredth of an em", () => {
  const line = { ...MIDDLE, tracking: 0.03, wordGap: 0.2 };
  for (const text of [TEXT, "To Let"]) {
    const exact = penPositions(ruler, line, text);
    pairedPens(ruler, line, text).forEach((pen, i) => {
      close(pen, exact[i], 0.01 * line.sizePx);
    });
  }
});

test("each character of a bent line stands on the bend", () => {
  const warp = { half: 150, from: 0, along: [0], across: [0, 0, -0.5], slant: [0], turn: [0, 0.2], size: [0], condense: [0] };
  for (const piece of characterSettings(ruler, { ...MIDDLE, warp }, TEXT)) {
    const t = piece.u / 150;
    close(piece.setting.y - MIDDLE.y, -0.5 * t * t * MIDDLE.sizePx, 1e-6);
    close(piece.setting.angle, 0.2 * t, 1e-9);
  }
  assert.equal(characterSettings(ruler, MIDDLE, TEXT).length, TEXT.replaceAll(" ", "").length);
});
