import assert from "node:assert/strict";
import { before, test } from "node:test";
import { createPress, PLAIN } from "../../test/fixtures/lettering.ts";
import type { Plane } from "../raster/raster.ts";
import { penPositions } from "./pens.ts";
import { characterSettings } from "./placed-characters.ts";
import type { Setting } from "./setting.ts";
import { settingCoverage } from "./setting-coverage.ts";

const { fonts, ruler } = createPress();
const TEXT = "Avenue Hotel";
const COLUMN = "年度热销";

before(async () => {
  await fonts.prepare(["inter"], TEXT);
  await fonts.prepare(["noto-sans-sc"], COLUMN);
});

const MIDDLE: Setting = { ...PLAIN, x: 220, y: 60, softness: 0 };
const draw = (setting: Setting, text = TEXT, size = { width: 440, height: 90 }): Plane =>
  settingCoverage(ruler, setting, { text, target: size });

/** Centre of mass and bounds of what is inked. */
function inkOf({ width, data }: Plane) {
  let [sum, sx, sy] = [0, 0, 0];
  const bounds = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
  for (let i = 0; i < data.length; i++) {
    const [x, y] = [i % width, Math.floor(i / width)];
    sum += data[i];
    sx += data[i] * (x + 0.5);
    sy += data[i] * (y + 0.5);
    if (data[i] < 0.5) continue;
    bounds.left = Math.min(bounds.left, x);
    bounds.right = Math.max(bounds.right, x + 1);
    bounds.top = Math.min(bounds.top, y);
    bounds.bottom = Math.max(bounds.bottom, y + 1);
  }
  return { sum, x: sx / sum, y: sy / sum, ...bounds };
}

const close = (a: number, b: number, within: number, what = "") =>
  assert.ok(Math.abs(a - b) <= within, `${what} ${a} is not ${b} ± ${within}`);

test("the ink drawn lies where the metrics say", () => {
  const m = ruler.metrics(MIDDLE, TEXT);
  const ink = inkOf(draw(MIDDLE));
  close(ink.left, MIDDLE.x + (m.left - m.advance / 2) * MIDDLE.sizePx, 1, "left");
  close(ink.right, MIDDLE.x + (m.right - m.advance / 2) * MIDDLE.sizePx, 1, "right");
  close(ink.top, MIDDLE.y + m.top * MIDDLE.sizePx, 1, "top");
  close(ink.bottom, MIDDLE.y + m.bottom * MIDDLE.sizePx, 1, "bottom");
});

test("moving a setting moves its ink by as much, to a twentieth of a pixel", () => {
  const [a, b] = [inkOf(draw(MIDDLE)), inkOf(draw({ ...MIDDLE, x: MIDDLE.x + 3.3, y: MIDDLE.y - 2.6 }))];
  close(b.x - a.x, 3.3, 0.05);
  close(b.y - a.y, -2.6, 0.15);
});

test("ink grows with the square of the size; condensing scales it along the line alone", () => {
  const whole = inkOf(draw(MIDDLE));
  const half = inkOf(draw({ ...MIDDLE, sizePx: 24 }));
  close(half.sum / whole.sum, 0.25, 0.01);
  const narrow = inkOf(draw({ ...MIDDLE, condense: 0.8 }));
  close((narrow.right - narrow.left) / (whole.right - whole.left), 0.8, 0.01);
  close(narrow.bottom - narrow.top, whole.bottom - whole.top, 1);
});

test("a reduced target shows the same line at that scale", () => {
  const small = inkOf(settingCoverage(ruler, MIDDLE, { text: TEXT, target: { width: 220, height: 45, scale: 0.5 } }));
  const whole = inkOf(draw(MIDDLE));
  close(2 * small.x, whole.x, 0.3);
  close(4 * small.sum, whole.sum, 0.02 * whole.sum);
});

test("softness blurs without taking ink away", () => {
  const soft = { ...MIDDLE, softness: 2 };
  close(inkOf(draw(soft)).sum, inkOf(draw(MIDDLE)).sum, 0.01 * inkOf(draw(MIDDLE)).sum);
});

test("a line drawn character by character is the line", () => {
  const straight = { half: 1, from: 0, along: [0], across: [0], slant: [0], turn: [0], size: [0], condense: [0] };
  const [whole, pieces] = [draw(MIDDLE), draw({ ...MIDDLE, warp: straight })];
  let [off, ink] = [0, 0];
  for (let i = 0; i < whole.data.length; i++) {
    off += Math.abs(whole.data[i] - pieces.data[i]);
    ink += whole.data[i];
  }
  assert.ok(off / ink < 0.06, `${off / ink}`);
});

test("a column sets upright characters one em below each other, tracking added", () => {
  const column: Setting = { ...PLAIN, faceId: "noto-sans-sc", vertical: true, angle: Math.PI / 2, tracking: 0.25, x: 40, y: 130 };
  const pens = penPositions(ruler, column, COLUMN);
  for (let i = 1; i < COLUMN.length; i++) close(pens[i] - pens[i - 1], 60, 1e-6);
  const pieces = characterSettings(ruler, column, COLUMN);
  pieces.forEach((p, i) => {
    close(p.setting.angle, 0, 1e-9);
    if (i > 0) close(p.setting.y - pieces[i - 1].setting.y, 60, 1e-6);
    close(p.setting.x, 40, 1e-6);
  });
  const ink = inkOf(draw(column, COLUMN, { width: 80, height: 260 }));
  close(ink.x, 40, 3, "middle of the column");
  close((ink.top + ink.bottom) / 2, 130, 3, "middle of its length");
  close(ink.bottom - ink.top, 3 * 60 + 48, 8, "length");
});

test("in a column a comma stands at the head of its cell on the right, and brackets are turned about their cell's middle", () => {
  const column: Setting = { ...PLAIN, faceId: "noto-sans-sc", vertical: true, angle: Math.PI / 2, tracking: 0, x: 40, y: 130 };
  const comma = inkOf(draw(column, "，", { width: 80, height: 260 }));
  assert.ok(comma.x > 40 + 0.15 * column.sizePx, `across at ${comma.x}`);
  assert.ok(comma.top > 130 - 0.5 * column.sizePx && comma.bottom < 130, `from ${comma.top} to ${comma.bottom}`);
  const bracket = inkOf(draw(column, "（", { width: 80, height: 260 }));
  close(bracket.x, 40, 2, "middle of the column");
  assert.ok(bracket.top > 130, `opens downward from ${bracket.top}`);
  assert.ok(bracket.bottom - bracket.top < 0.35 * column.sizePx, `lies: ${bracket.top} to ${bracket.bottom}`);
});

test("a draft is the line, a little soft", () => {
  const target = { width: 440, height: 90 };
  const exact = settingCoverage(ruler, { ...MIDDLE, softness: 0.8 }, { text: TEXT, target });
  const draft = settingCoverage(ruler, { ...MIDDLE, softness: 0.8 }, { text: TEXT, target: { ...target, draft: true } });
  let [off, all] = [0, 0];
  exact.data.forEach((v, i) => {
    off += Math.abs(v - draft.data[i]);
    all += v;
  });
  assert.ok(off < 0.06 * all, `${off / all}`);
});
