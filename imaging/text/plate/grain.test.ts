import assert from "node:assert/strict";
import { test } from "node:test";
import { mulberry32 } from "../../raster/random.ts";
import { createFloatImage, createMask } from "../../raster/raster.ts";
import { addGrain } from "./grain.ts";
import { groundOf } from "./ground.ts";
import { noiseLevel } from "./texture.ts";

const [W, H] = [260, 140];
const SIGN = { left: 60, right: 200, top: 40, bottom: 100 };

/** A sign with fine grain, ±3 about 110, among blocks of every tone; the letters that stood in its middle are to be replaced. */
function signAmongThings() {
  const [grain, tone] = [mulberry32(5), mulberry32(6)];
  const tones = Array.from({ length: 60 * 60 }, () => 60 + 100 * tone());
  const pixels = createFloatImage(W, H);
  const mask = createMask(W, H);
  for (let i = 0; i < W * H; i++) {
    const [x, y] = [i % W, Math.floor(i / W)];
    const onSign = x > SIGN.left && x < SIGN.right && y > SIGN.top && y < SIGN.bottom;
    pixels.data.fill(onSign ? 107 + 6 * grain() : tones[Math.floor(y / 7) * 60 + Math.floor(x / 9)], i * 3, i * 3 + 3);
    if (x > 78 && x < 182 && y > 58 && y < 82) mask.data[i] = 255;
  }
  const region = { rect: { x: 0, y: 0, width: W, height: H }, pixels, foreign: createMask(W, H) };
  return groundOf(region, mask, { x: 0, y: 0, width: W, height: H });
}

test("grain is the sign's own, not scribble made of the edges of things around it", () => {
  const ground = signAmongThings() ?? assert.fail("no ground");
  const filled = addGrain(ground, new Float32Array(W * H * 3).fill(110), { seed: 1, sigma: noiseLevel(ground) });
  let [worst, sum, n] = [0, 0, 0];
  for (let i = 0; i < W * H; i++) {
    if (ground.hole[i] === 0) continue;
    worst = Math.max(worst, Math.abs(filled[i * 3 + 1] - 110));
    sum += (filled[i * 3 + 1] - 110) ** 2;
    n++;
  }
  assert.ok(worst < 12, `${worst} off the sign`);
  assert.ok(Math.sqrt(sum / n) > 1 && Math.sqrt(sum / n) < 2.4, `grain of σ ${Math.sqrt(sum / n)} for 1.73`);
});
