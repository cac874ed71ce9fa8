import assert from "node:assert/strict";
import { test } from "node:test";
import { createFloatImage, createMask } from "../../raster/raster.ts";
import { groundOf } from "./ground.ts";
import { rimFill } from "./rim-fill.ts";

const [W, H] = [120, 60];

test("a pill's pale rim that one letter touches does not blot the film over the pill", () => {
  const [pixels, mask] = [createFloatImage(W, H), createMask(W, H)];
  for (let i = 0; i < W * H; i++) {
    const [x, y] = [i % W, Math.floor(i / W)];
    pixels.data.set(y < 40 ? [230, 20, 200] : [250, 220, 180], i * 3);
    if (x >= 20 && x < 100 && y >= 18 && y < 36) mask.data[i] = 255;
    if (x >= 40 && x < 44 && y >= 18 && y < 40) mask.data[i] = 255;
  }
  const region = { rect: { x: 0, y: 0, width: W, height: H }, pixels, foreign: createMask(W, H) };
  const ground = groundOf(region, mask, { x: 0, y: 0, width: W, height: H }) ?? assert.fail("no ground");
  const { filled } = rimFill(ground) ?? assert.fail("no rim");
  mask.data.forEach((m, i) => {
    if (m !== 0) assert.ok(Math.abs(filled[i * 3 + 1] - 20) < 10, `${filled[i * 3 + 1]} at ${i % W}, ${Math.floor(i / W)}`);
  });
});
