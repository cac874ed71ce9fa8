import assert from "node:assert/strict";
import { test } from "node:test";
import { createPress } from "../../test/fixtures/lettering.ts";
import type { FontFace } from "../ports.ts";
import type { Mask } from "../raster/raster.ts";
import type { FitCandidate } from "../text/fit/fit.ts";
import { reconstructLine } from "./reconstruct.ts";
import { alignsByPen, replaceLine, trustsBearings } from "./replace-line.ts";
import { createStopwatch } from "./stopwatch.ts";

const fit = (similarity: number, seenAlike: number) => {
  const best = { similarity, face: {} as FontFace, setting: {} } as FitCandidate;
  return { candidates: [best], seenAlike } as const;
};

test("the type is known where the fit lies well, or where the line drawn again looks as it did though its colours hide parts of it from the fit", () => {
  assert.equal(trustsBearings(fit(0.8, 0.7)), true);
  assert.equal(trustsBearings(fit(0.69, 0.96)), true);
  assert.equal(trustsBearings(fit(0.69, 0.88)), false);
});

test("Han characters keep to their em squares in a face that is merely near, other letters to their ink", () => {
  const near = fit(0.5, 0.6);
  assert.equal(alignsByPen({ ...near, text: "音乐节" }, "会员日"), true);
  assert.equal(alignsByPen({ ...near, text: "Garden" }, "Coffee"), false);
  assert.equal(alignsByPen({ ...near, text: "音乐节" }, "Music"), false);
  assert.equal(alignsByPen({ ...fit(0.9, 0.95), text: "Garden" }, "Coffee"), true);
});

test("a shadow counts to what is painted, not to the letters that may run into another line", async () => {
  const { fonts, ruler, letter } = createPress();
  const { region, line } = await letter({ text: "Sale", sizePx: 44 });
  const { width, height, data } = region.pixels;
  const image = { width, height, data: new Uint8ClampedArray(width * height * 4).fill(255) };
  for (let i = 0; i < width * height; i++) image.data.set(data.subarray(i * 3, i * 3 + 3), i * 4);
  const context = { fonts, ruler, seed: 1, signal: new AbortController().signal, clock: createStopwatch() };
  const plain = await reconstructLine(context, image, { line, lines: [line], texts: ["Sale"] });
  assert.ok(plain);
  const reconstruction = { ...plain, shadow: { dx: 0, dy: 0, blurPx: 5, colour: [20, 20, 20] as const, opacity: 0.8 } };
  const set = replaceLine(context, image, { reconstruction, lines: [line], text: "Gold" });
  const area = (mask?: Mask): number => mask?.data.reduce((n, v) => n + (v === 0 ? 0 : 1), 0) ?? 0;
  assert.ok(area(set?.letters) > 0);
  assert.ok(area(set?.painted) > 1.5 * area(set?.letters), `${area(set?.painted)} to ${area(set?.letters)}`);
});
