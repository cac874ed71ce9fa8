import assert from "node:assert/strict";
import { test } from "node:test";
import type { Rgb } from "../raster/colour.ts";
import { createFloatImage, createMask } from "../raster/raster.ts";
import { leavesInk } from "./ink-left.ts";

const [W, H, GOLD, RED]: readonly [number, number, Rgb, Rgb] = [160, 90, [205, 170, 95], [110, 40, 40]];

/** A restored ground: the hole in its middle, and where it shows gold. */
function restored(isGold: (x: number, y: number) => boolean): Parameters<typeof leavesInk>[0] {
  const [pixels, mask] = [createFloatImage(W, H), createMask(W, H)];
  for (let i = 0; i < W * H; i++) {
    const [x, y] = [i % W, Math.floor(i / W)];
    pixels.data.set(isGold(x, y) ? GOLD : RED, i * 3);
    mask.data[i] = x >= 40 && x < 120 && y >= 25 && y < 65 ? 255 : 0;
  }
  const matte = { colours: { overall: GOLD, cells: [] }, perCharacter: false, edges: [-80, 80] };
  const found = { region: { foreign: createMask(W, H) }, frame: { u: new Float32Array(W * H) }, matte, mask, plate: { pixels } };
  return { ...found, setting: { sizePx: 40 } } as unknown as Parameters<typeof leavesInk>[0];
}

test("a piece of the letters' colour where they stood is told, a clean ground has none", () => {
  assert.equal(leavesInk(restored((x, y) => x >= 60 && x < 66 && y >= 22 && y < 28)), true);
  assert.equal(leavesInk(restored(() => false)), false);
});

test("specks are not seen, and a ground that has the colour by itself shows nothing by it", () => {
  assert.equal(leavesInk(restored((x, y) => x === 60 && y < 40 && y > 36)), false);
  assert.equal(leavesInk(restored((x, y) => x % 20 < 5 && y % 20 < 5)), false);
});
