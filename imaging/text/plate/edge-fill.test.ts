import assert from "node:assert/strict";
import { test } from "node:test";
import { createFloatImage, createMask } from "../../raster/raster.ts";
import { edgeFill } from "./edge-fill.ts";
import { type Ground, groundOf } from "./ground.ts";
import { grainOf } from "./orientation.ts";

const [W, H] = [260, 130];

/** A grey ground with a wide hole in its middle. */
function holed(paint: (x: number, y: number) => number): Ground {
  const [pixels, mask] = [createFloatImage(W, H), createMask(W, H)];
  for (let i = 0; i < W * H; i++) {
    const [x, y] = [i % W, Math.floor(i / W)];
    pixels.data.fill(paint(x, y), i * 3, i * 3 + 3);
    if (x >= 60 && x < 200 && y >= 40 && y < 90) mask.data[i] = 255;
  }
  const region = { rect: { x: 0, y: 0, width: W, height: H }, pixels, foreign: createMask(W, H) };
  return groundOf(region, mask, { x: 0, y: 0, width: W, height: H }) ?? assert.fail("no ground");
}

/** Soft years of wood, which waver a little. */
const wood = (x: number, y: number): number => 120 + 8 * Math.sin((y + Math.sin(x / 70)) / 6.4) + 3 * Math.sin(x / 60 + y / 50);

test("a ground with a grain changes along it a fraction of what it does across, one without alike all round", () => {
  const { along, at } = grainOf(holed(wood));
  assert.ok(along < 0.3 && at(0) < 0.3 && at(Math.PI / 2) > 0.95, `${along} ${at(0)} ${at(Math.PI / 2)}`);
  const even = grainOf(holed((x, y) => 120 + 14 * Math.sin(x / 4.5) + 14 * Math.sin(y / 4.5)));
  assert.ok(even.along > 0.8);
});

test("soft bands go on through a wide hole rather than being bridged from the band above to the one below", () => {
  const ground = holed(wood);
  const filled = edgeFill(ground);
  let [sum, n] = [0, 0];
  for (let i = 0; i < ground.hole.length; i++) {
    if (!ground.hole[i]) continue;
    sum += (filled[i * 3] - wood((i % ground.width) + ground.x, Math.floor(i / ground.width) + ground.y)) ** 2;
    n++;
  }
  assert.ok(Math.sqrt(sum / n) < 4.5, `${Math.sqrt(sum / n)}`);
});
