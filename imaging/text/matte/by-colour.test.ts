import assert from "node:assert/strict";
import { test } from "node:test";
import { createFloatImage, createMask } from "../../raster/raster.ts";
import { lineFrame } from "../frame.ts";
import { inkByColour } from "./by-colour.ts";

const [W, H] = [120, 50];
const PALE = [195, 205, 208] as const;
const OLIVE = [94, 104, 18] as const;

/** Six upright strokes, and a bar of the ground that passes for ink behind the first three. */
function striped() {
  const [image, ink, strokes] = [createFloatImage(W, H), createMask(W, H), createMask(W, H)];
  for (let i = 0; i < W * H; i++) {
    const [x, y] = [i % W, Math.floor(i / W)];
    const isStroke = y >= 10 && y < 40 && x >= 10 && x < 110 && (x - 10) % 18 < 8;
    const isBar = y >= 14 && y < 26 && x < 60;
    if (!isStroke && !isBar) continue;
    ink.data[i] = 255;
    if (isStroke) strokes.data[i] = 255;
    image.data.set(isStroke ? PALE : OLIVE, i * 3);
  }
  return { image, ink, strokes };
}

test("of ink of two colours the one that runs through the line is offered as the letters", () => {
  const { image, ink, strokes } = striped();
  const frame = lineFrame({ cx: 60, cy: 25, width: 104, height: 34, angle: 0 }, { x: 0, y: 0, width: W, height: H });
  const edges = Array.from({ length: 7 }, (_, k) => -52 + (104 / 6) * k);
  const found = inkByColour(image, ink, { frame, edges });
  assert.deepEqual(
    found.map((mask) => mask.data.every((v, i) => v === strokes.data[i])),
    [true],
  );
  assert.deepEqual(inkByColour(image, strokes, { frame, edges }), []);
});
