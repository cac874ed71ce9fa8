import assert from "node:assert/strict";
import { test } from "node:test";
import { createPlane, type Plane } from "../../raster/raster.ts";
import { lineFrame } from "../frame.ts";
import { leaned, leanOf, uprighted } from "./lean.ts";

const SIZE = { width: 240, height: 60 };
const FRAME = lineFrame({ cx: 120, cy: 30, width: 200, height: 40, angle: 0 }, { x: 0, y: 0, ...SIZE });

/** Stems 40 pixels high and 5 wide that lean to the right about the middle line. */
function stems(lean: number): Plane {
  const out = createPlane(SIZE.width, SIZE.height);
  for (let y = 10; y < 50; y++) {
    for (const stem of [40, 62, 97, 120, 151, 190]) {
      const left = stem - Math.tan(lean) * (y + 0.5 - 30);
      for (let x = 0; x < SIZE.width; x++) {
        const covered = Math.min(x + 1, left + 5) - Math.max(x, left);
        if (covered > 0) out.data[y * SIZE.width + x] = covered;
      }
    }
  }
  return out;
}

test("how far letters lean is told to a degree, either way; upright ones do not", () => {
  for (const lean of [0.25, 0.14, -0.18]) assert.ok(Math.abs(leanOf(stems(lean), FRAME) - lean) < 0.018, `${lean}`);
  assert.equal(leanOf(stems(0), FRAME), 0);
  assert.equal(leanOf(stems(0.03), FRAME), 0);
});

test("leaning letters set upright are the upright letters", () => {
  const [upright, wanted] = [uprighted(stems(0.25), FRAME, 0.25), stems(0)];
  const off = upright.data.reduce((sum, v, i) => sum + Math.abs(v - wanted.data[i]!), 0);
  assert.ok(off < 0.25 * wanted.data.reduce((a, b) => a + b, 0), `${off}`);
});

test("what was set below the middle line goes back to the left when it leans to the right", () => {
  const setting = {
    faceId: "a",
    weight: 400,
    italic: false,
    sizePx: 40,
    tracking: 0,
    wordGap: 0,
    condense: 1,
    slant: 0,
    angle: 0,
    x: 100,
    y: 50,
    softness: 0,
  };
  const { x, y, slant } = leaned(setting, FRAME, 0.25);
  assert.ok(Math.abs(x - (100 - 20 * Math.tan(0.25))) < 1e-9);
  assert.deepEqual([y, slant], [50, 0.25]);
});
