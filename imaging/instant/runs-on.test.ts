import assert from "node:assert/strict";
import { test } from "node:test";
import { createFloatImage, createMask } from "../raster/raster.ts";
import { lineFrame } from "../text/frame.ts";
import type { LineMatte } from "../text/matte/matte.ts";
import { runsOn } from "./runs-on.ts";

const [W, H] = [240, 120];
const rect = { x: 0, y: 0, width: W, height: H };
const frame = lineFrame({ cx: 120, cy: 60, width: 180, height: 40, angle: 0 }, rect);

/** Gold strokes between y = 40 and 80 on red, and a lamp `wide` pixels wide that begins behind them and goes on up; ink is looked for down from y = 38. */
function scene(wide: number, background: LineMatte["background"] = "panel") {
  const pixels = createFloatImage(W, H);
  const inkMask = createMask(W, H);
  for (let i = 0; i < W * H; i++) {
    const [x, y] = [i % W, Math.floor(i / W)];
    const isStroke = x >= 30 && x < 210 && x % 30 < 8 && y >= 40 && y < 80;
    const isLamp = Math.abs(x - 120) < wide / 2 && y >= 12 && y < 55;
    pixels.data.set(isStroke ? [210, 180, 90] : isLamp ? [250, 245, 240] : [140, 30, 30], i * 3);
    if ((isStroke || isLamp) && y >= 38) inkMask.data[i] = 255;
  }
  return { frame, region: { rect, pixels, foreign: createMask(W, H) }, matte: { background, inkMask } as LineMatte };
}

test("a lamp behind the letters that goes on above them is cut where ink ends", () => {
  assert.equal(runsOn(scene(40)), true);
});

test("letters alone cut nothing, nor does a stroke that leaves the box", () => {
  assert.equal(runsOn(scene(0)), false);
  assert.equal(runsOn(scene(8)), false);
});

test("on an even ground, where a glow reaches out as well, nothing is said", () => {
  assert.equal(runsOn(scene(40, "smooth")), false);
});
