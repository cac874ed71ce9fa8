import assert from "node:assert/strict";
import { test } from "node:test";
import { blurPlane } from "../raster/blur.ts";
import { createFloatImage, createMask, createPlane, type Mask } from "../raster/raster.ts";
import type { Plate } from "../text/types.ts";
import { cleanPlate } from "./clean-plate.ts";

const [W, H] = [160, 70];
const shape = createPlane(W, H);
for (let y = 20; y < 50; y++) for (let x = 30; x < 130; x++) if (x % 20 < 6) shape.data[y * W + x] = 1;
const soft = blurPlane(shape, 2.5).data;

/** White letters, blurred as on a soft frame, on a grey ground: what the mask does not cover stays. */
async function restore(mask: Mask): Promise<Plate> {
  const pixels = createFloatImage(W, H);
  for (let i = 0; i < W * H; i++) pixels.data.fill(mask.data[i] !== 0 ? 90 : 90 + 160 * soft[i], i * 3, i * 3 + 3);
  return { pixels, method: "smooth", holdOutError: 0, seam: 0, textureRatio: 1 };
}
const under = (least: number): Mask => ({ ...createMask(W, H), data: Uint8Array.from(soft, (s) => (s > least ? 255 : 0)) });
const at = { shape, foreign: createMask(W, H), sizePx: 40, restore };

test("a mask that covers all traces is left as it is", async () => {
  const mask = under(0.002);
  const made = await cleanPlate(mask, at);
  assert.equal(made.mask, mask);
  assert.ok(made.leftover.strength < 0.5);
});

test("a mask too tight for a soft frame is widened, and nothing of the letters is left", async () => {
  const made = await cleanPlate(under(0.25), at);
  const clear = await cleanPlate(under(0.002), at);
  assert.ok(made.mask.data.some((m, i) => m !== 0 && under(0.25).data[i] === 0));
  assert.ok(made.leftover.strength < 1.2, `${made.leftover.strength} left, ${clear.leftover.strength} at best`);
});

test("where another line's pixels would have to go, the mask stays off them", async () => {
  const foreign = { ...createMask(W, H), data: Uint8Array.from(soft, (_, i) => (i < 22 * W ? 255 : 0)) };
  const made = await cleanPlate(under(0.25), { ...at, foreign });
  assert.ok(made.mask.data.every((m, i) => m === 0 || foreign.data[i] === 0 || under(0.25).data[i] !== 0));
});

test("a wider mask that would cut off what the tight one leaves is not taken", async () => {
  const cutting = async (mask: Mask): Promise<Plate> => {
    const isWide = mask.data.some((m, i) => m !== 0 && under(0.25).data[i] === 0);
    return { ...(await restore(mask)), seam: isWide ? 0.4 : 0 };
  };
  const tight = under(0.25);
  assert.equal((await cleanPlate(tight, { ...at, restore: cutting })).mask, tight);
});

test("under a film held by the rim of a tight label the mask stays as it is", async () => {
  const tight = under(0.25);
  const onLabel = async (mask: Mask): Promise<Plate> => ({ ...(await restore(mask)), method: "rim" });
  assert.equal((await cleanPlate(tight, { ...at, restore: onLabel })).mask, tight);
});

test("where the mask reaches over a label's edge, the ink alone is taken if that leaves the label whole", async () => {
  const [all, ink] = [under(0.002), under(0.25)];
  const asMade = (method: Plate["method"], seam: number) => async (mask: Mask) => {
    const isTight = mask.data.every((m, i) => m === ink.data[i]);
    const plate = await restore(all);
    return isTight ? { ...plate, method, seam } : { ...plate, seam: 0.4 };
  };
  const made = (method: Plate["method"], seam: number) => cleanPlate(all, { ...at, tight: () => ink, restore: asMade(method, seam) });
  for (const method of ["rim", "label"] as const) assert.deepEqual((await made(method, 0)).mask.data, ink.data);
  assert.equal((await made("rim", 0.3)).mask, all);
  assert.equal((await made("edges", 0)).mask, all);
});
