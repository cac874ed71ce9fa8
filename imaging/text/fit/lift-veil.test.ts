import assert from "node:assert/strict";
import { test } from "node:test";
import { createFloatImage, createMask, createPlane, type FloatImage, type Plane } from "../../raster/raster.ts";
import { liftVeil } from "./lift-veil.ts";
import { type Shadow, shadowCoverage, shadowShare } from "./shadow.ts";

const [WIDTH, HEIGHT, SIZE] = [120, 80, 60];

function scene(shadow: Shadow): { ink: Plane; ground: FloatImage; image: FloatImage } {
  const ink = createPlane(WIDTH, HEIGHT);
  for (let y = 30; y < 50; y++) ink.data.fill(1, y * WIDTH + 40, y * WIDTH + 80);
  const [ground, image] = [createFloatImage(WIDTH, HEIGHT), createFloatImage(WIDTH, HEIGHT)];
  const soft = shadowCoverage(ink, shadow).data;
  for (let i = 0; i < ground.data.length; i++) {
    const at = Math.floor(i / 3);
    ground.data[i] = 60 + ((at % WIDTH) % 7) * 20;
    image.data[i] = Math.round(ground.data[i] + (shadow.colour[i % 3] - ground.data[i]) * shadowShare(shadow, soft[at]));
  }
  return { ink, ground, image };
}

test("what shows through a glow comes back, what it hides is told apart, and the rest stays", () => {
  const shadow: Shadow = { dx: 0, dy: 0, blurPx: 6, colour: [250, 240, 200], opacity: 0.9, times: 2 };
  const { ink, ground, image } = scene(shadow);
  const foreign = createMask(WIDTH, HEIGHT);
  foreign.data[25 * WIDTH + 60] = 255;
  const { pixels, cleared, dense } = liftVeil(image, shadow, { ink, foreign, sizePx: SIZE });
  for (let i = 0; i < cleared.data.length; i++) {
    const same = foreign.data[i] !== 0 || cleared.data[i] === 0 ? image : ground;
    if (dense.data[i] === 0) assert.ok(Math.abs(pixels.data[i * 3] - same.data[i * 3]) < 2, `${i % WIDTH}, ${Math.floor(i / WIDTH)}`);
  }
  assert.equal(dense.data[40 * WIDTH + 60], 255);
  assert.equal(dense.data[20 * WIDTH + 60], 0);
  assert.equal(cleared.data[20 * WIDTH + 60], 255);
});

test("a hard shadow hides all of what it lies on: a fraction of a pixel would show as a rim", () => {
  const shadow: Shadow = { dx: 4, dy: 3, blurPx: 0.5, colour: [0, 0, 0], opacity: 0.4 };
  const { ink, image } = scene(shadow);
  const { cleared, dense } = liftVeil(image, shadow, { ink, foreign: createMask(WIDTH, HEIGHT), sizePx: SIZE });
  assert.deepEqual(dense.data, cleared.data);
});
