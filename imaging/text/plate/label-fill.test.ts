import assert from "node:assert/strict";
import { test } from "node:test";
import { createFloatImage, createMask } from "../../raster/raster.ts";
import { type Ground, groundOf } from "./ground.ts";
import { labelFill } from "./label-fill.ts";

const [W, H] = [160, 60];
type Paint = (x: number, y: number) => readonly [number, number, number];

/** A row of strokes over a ground; what lies under them is unknown. */
function written(paint: Paint): Ground {
  const [pixels, mask] = [createFloatImage(W, H), createMask(W, H)];
  for (let i = 0; i < W * H; i++) {
    const [x, y] = [i % W, Math.floor(i / W)];
    pixels.data.set(paint(x, y), i * 3);
    if (x >= 40 && x < 120 && y >= 24 && y < 36) mask.data[i] = 255;
  }
  return (
    groundOf({ rect: { x: 0, y: 0, width: W, height: H }, pixels, foreign: createMask(W, H) }, mask, { x: 0, y: 0, width: W, height: H }) ??
    assert.fail()
  );
}

const onPill = (x: number, y: number): boolean => x >= 22 && x < 138 && y >= 21 && y < 39;
const rose: Paint = (x) => [250 - 1.1 * (x - 22), 26, 226];

test("a pill's gradient goes on between its ends, three pixels of it above and below the letters", () => {
  const ground = written((x, y) => (onPill(x, y) ? rose(x, y) : [255, 255, 255]));
  const { filled, restless } = labelFill(ground) ?? assert.fail("no label");
  assert.ok(restless < 4, `${restless}`);
  ground.hole.forEach((h, i) => {
    const [x, y] = [(i % ground.width) + ground.x, Math.floor(i / ground.width) + ground.y];
    if (h)
      for (const [c, v] of rose(x, y).entries()) assert.ok(Math.abs(filled[i * 3 + c] - v) < 5, `${filled[i * 3 + c]} for ${v} at ${x}`);
  });
});

test("letters across several things stand on no label", () => {
  assert.equal(labelFill(written((x) => (x % 20 < 10 ? [30, 30, 30] : [220, 40, 40]))), undefined);
});
