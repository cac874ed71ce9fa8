import assert from "node:assert/strict";
import { test } from "node:test";
import { createPress, type Lettered, type Lettering } from "../../../test/fixtures/lettering.ts";
import type { Setting } from "../setting.ts";
import { type Freedom, moved } from "./motion.ts";
import { type FitTarget, type Refined, refine } from "./refine.ts";

const press = createPress();
const LINE: readonly Freedom[] = ["x", "y", "size", "tracking"];

const targetOf = ({ text, coverage }: Lettered): FitTarget => ({ text, shape: coverage, scale: 1 });

async function recovered(lettering: Lettering, away: Partial<Setting>, freedoms: readonly Freedom[] = LINE) {
  const lettered = await press.letter(lettering);
  const start = { ...lettered.setting, ...away };
  const target = targetOf(lettered);
  const rough = refine(press.ruler, start, { target: { ...target, extraBlur: 1.5 }, freedoms, rounds: 6 });
  return { truth: lettered.setting, found: refine(press.ruler, rough.setting, { target, freedoms, rounds: 10 }) };
}
const close = (a: number, b: number, within: number, what: string) => assert.ok(Math.abs(a - b) < within, `${what}: ${a}, was ${b}`);

test("a displaced line is found again to a twentieth of a pixel", async () => {
  const { region } = await press.letter({ text: "Harbour Fair" });
  const [x, y] = [region.rect.width / 2 + 2.4, region.rect.height / 2 + 18];
  const { truth, found } = await recovered({ text: "Harbour Fair" }, { x, y }, ["x", "y"]);
  close(found.setting.x, truth.x, 0.05, "x");
  close(found.setting.y, truth.y, 0.15, "y");
  assert.ok(found.error < 0.01, `${found.error}`);
});

test("a size off by 6 % is found again to 0.3 %", async () => {
  const { truth, found } = await recovered({ text: "Harbour Fair" }, { sizePx: 48 * 1.06 });
  close(found.setting.sizePx, truth.sizePx, 0.003 * truth.sizePx, "size");
});

test("tracking is found again to three thousandths of an em", async () => {
  const { truth, found } = await recovered({ text: "Harbour Fair", tracking: 0.08 }, { tracking: 0.05 });
  close(found.setting.tracking, truth.tracking, 0.003, "tracking");
});

test("angle, slant and condensing are found again together", async () => {
  const tilted = { text: "Harbour Fair", angle: 0.12, slant: 0.1, condense: 0.95 };
  const { truth, found } = await recovered(tilted, { angle: 0.11, slant: 0.06, condense: 0.97 }, [...LINE, "angle", "slant", "condense"]);
  close(found.setting.angle, truth.angle, 0.004, "angle");
  close(found.setting.slant, truth.slant, 0.02, "slant");
  close(found.setting.sizePx * found.setting.condense, truth.sizePx * truth.condense, 0.02 * truth.sizePx, "width");
});

test("a gap between words is told from tracking", async () => {
  const { truth, found } = await recovered({ text: "one two three", wordGap: 0.25 }, { wordGap: 0.15 }, [...LINE, "wordGap"]);
  close(found.setting.wordGap, truth.wordGap, 0.02, "word gap");
  close(found.setting.tracking, 0, 0.004, "tracking");
});

test("a column is refined like a line", async () => {
  const column = { text: "年度热销", faceId: "noto-sans-sc", vertical: true, angle: Math.PI / 2 };
  const { region } = await press.letter(column);
  const { truth, found } = await recovered(column, { x: region.rect.width / 2 + 1.5, sizePx: 48 * 1.03 });
  close(found.setting.x, truth.x, 0.1, "x");
  close(found.setting.sizePx, truth.sizePx, 0.01 * truth.sizePx, "size");
});

test("refining never makes the fit worse, and a perfect start stays", async () => {
  const lettered = await press.letter({ text: "Harbour" });
  const at = { target: targetOf(lettered), freedoms: LINE, rounds: 4 };
  const errorOf = (s: Setting): number => refine(press.ruler, s, { ...at, rounds: 0 }).error;
  for (const away of [{}, { sizePx: 44 }, { weight: 300 }, { x: lettered.setting.x + 9 }]) {
    const start = { ...lettered.setting, ...away };
    const found: Refined = refine(press.ruler, start, at);
    assert.ok(found.error <= errorOf(start) + 1e-9);
  }
  const still = refine(press.ruler, lettered.setting, at).setting;
  close(still.x, lettered.setting.x, 0.02, "x");
  close(still.sizePx, lettered.setting.sizePx, 0.02, "size");
});

test("x and y move along and across the line's own direction", () => {
  const setting = { angle: Math.PI / 2, x: 10, y: 20 } as Setting;
  const along = moved(setting, "x", 3);
  const across = moved(setting, "y", 3);
  close(along.y, 23, 1e-9, "along");
  close(across.x, 7, 1e-9, "across");
  close(moved({ sizePx: 40 } as Setting, "size", Math.log(1.5)).sizePx, 60, 1e-9, "size");
});
