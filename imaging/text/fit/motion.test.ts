import assert from "node:assert/strict";
import { test } from "node:test";
import { createPress } from "../../../test/fixtures/lettering.ts";
import type { Setting } from "../setting.ts";
import { settingCoverage } from "../setting-coverage.ts";
import { FREEDOMS, type Freedom, motionOf, moved } from "./motion.ts";

const press = createPress();
const STEP: Readonly<Record<Freedom, number>> = {
  x: 0.5,
  y: 0.5,
  size: 0.01,
  tracking: 0.01,
  wordGap: 0.012,
  angle: 0.005,
  slant: 0.03,
  condense: 0.01,
  foreshorten: 4e-5,
  fan: 1e-4,
};

/** Share of the change a step makes that the drawing's slope times the motion explains. */
function explained(setting: Setting, text: string, freedom: Freedom): number {
  const target = { width: 420, height: 420, draft: true };
  const draw = (amount: number) => settingCoverage(press.ruler, moved(setting, freedom, amount), { text, target }).data;
  const step = STEP[freedom];
  const [less, here, more] = [draw(-step / 2), draw(0), draw(step / 2)];
  const motion = motionOf(press.ruler, setting, { text, freedoms: [freedom] });
  const point = { count: 1, a: new Float64Array(1), b: new Float64Array(1) };
  const move = { along: new Float64Array(1), across: new Float64Array(1) };
  const [cos, sin] = [Math.cos(setting.angle), Math.sin(setting.angle)];
  let [left, total] = [0, 0];
  for (let y = 1; y < 419; y++) {
    for (let x = 1; x < 419; x++) {
      const i = y * 420 + x;
      const [px, py] = [x + 0.5 - setting.x, y + 0.5 - setting.y];
      point.a[0] = px * cos + py * sin;
      point.b[0] = -px * sin + py * cos;
      motion(point, [move]);
      const [gx, gy] = [(here[i + 1] - here[i - 1]) / 2, (here[i + 420] - here[i - 420]) / 2];
      const change = more[i] - less[i];
      const told = -step * ((gx * cos + gy * sin) * move.along[0] + (gy * cos - gx * sin) * move.across[0]);
      left += (change - told) ** 2;
      total += change ** 2;
    }
  }
  return 1 - left / total;
}

test("the motion of every freedom is that of the drawing, straight, leaning and seen at an angle", async () => {
  const text = "Old Harbour";
  await press.fonts.prepare(["inter"], text);
  const plain: Setting = {
    faceId: "inter",
    weight: 600,
    italic: false,
    sizePx: 52,
    tracking: 0.04,
    wordGap: 0.1,
    condense: 0.95,
    slant: 0.15,
    angle: 0.3,
    x: 210,
    y: 220,
    softness: 1.6,
  };
  for (const setting of [plain, { ...plain, perspective: { along: 8e-4, across: 1e-3 } }]) {
    for (const freedom of FREEDOMS) {
      const share = explained(setting, text, freedom);
      assert.ok(share > 0.9, `${freedom}: ${share}`);
    }
  }
});

test("in a column letters widen across it and lean across it", async () => {
  const text = "年度热销";
  await press.fonts.prepare(["noto-sans-sc"], text);
  const column: Setting = {
    faceId: "noto-sans-sc",
    weight: 500,
    italic: false,
    sizePx: 48,
    tracking: 0.1,
    wordGap: 0,
    condense: 1,
    slant: 0,
    angle: Math.PI / 2,
    x: 210,
    y: 210,
    softness: 1.6,
    vertical: true,
  };
  for (const freedom of ["x", "y", "size", "tracking", "condense", "slant"] as const) {
    const share = explained(column, text, freedom);
    assert.ok(share > 0.9, `${freedom}: ${share}`);
  }
});
