import assert from "node:assert/strict";
import { test } from "node:test";
import { createPress, type Lettered } from "../../test/fixtures/lettering.ts";
import type { RasterImage } from "../raster/raster.ts";
import { reconstructLine } from "./reconstruct.ts";
import { createStopwatch } from "./stopwatch.ts";

const { fonts, ruler, letter } = createPress();

function asImage({ region: { pixels } }: Lettered): RasterImage {
  const data = new Uint8ClampedArray(pixels.width * pixels.height * 4).fill(255);
  for (let i = 0; i < pixels.width * pixels.height; i++) data.set(pixels.data.subarray(i * 3, i * 3 + 3), i * 4);
  return { width: pixels.width, height: pixels.height, data };
}

/** What the line is found to be where it was read and spelled like this. */
async function foundAs(drawn: Lettered, read: string, spelled: string) {
  const context = { fonts, ruler, seed: 1, signal: new AbortController().signal, clock: createStopwatch() };
  const line = { ...drawn.line, string: read };
  return reconstructLine(context, asImage(drawn), { line, lines: [line], texts: [read, spelled] });
}

test("of a letter misread among many and a person's spelling, the one that looks like the picture is set", async () => {
  const [right, wrong] = ["欢迎新老顾客光临", "欢迎新老顾客光恼"];
  const drawn = await letter({ text: right, faceId: "noto-sans-sc", weight: 600, sizePx: 44 });
  const mended = await foundAs(drawn, wrong, right);
  assert.equal(mended?.text, right);
  assert.ok((mended?.worstContrast ?? 0) > 0.95, `${mended?.worstContrast}`);
  assert.equal((await foundAs(drawn, right, wrong))?.text, right);
});
