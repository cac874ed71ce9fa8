import assert from "node:assert/strict";
import { test } from "node:test";
import { quadOf } from "../../protocol/geometry.ts";
import { createPress, type Lettered } from "../../test/fixtures/lettering.ts";
import type { RasterImage } from "../raster/raster.ts";
import type { TextLine } from "../text/types.ts";
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

test("where another line has been taken away this one's ink is not looked for", async () => {
  const drawn = await letter({ text: "Harbour", faceId: "inter", weight: 700, sizePx: 48 });
  const image = asImage(drawn);
  const { box } = drawn.line;
  const size = box.height / 2;
  // A dark square that is left at the line's upper end, half of it within the line's reach.
  const spot = { x: Math.round(box.cx + box.width / 2 - size), y: Math.round(box.cy - box.height / 2 - size / 2) };
  for (let y = spot.y; y < spot.y + size; y++) {
    for (let x = spot.x; x < spot.x + size; x++) image.data.set([20, 20, 20, 255], (y * image.width + x) * 4);
  }
  const middle = { cx: spot.x + size / 2, cy: spot.y + size / 2 };
  const around = { ...box, ...middle, width: 2 * size, height: 2 * size };
  const other: TextLine = { ...drawn.line, string: "gone", box: around, quad: quadOf(around) };
  const context = { fonts, ruler, seed: 1, signal: new AbortController().signal, clock: createStopwatch() };
  const inkAbove = async (gone: readonly TextLine[]): Promise<number> => {
    const found = await reconstructLine(context, image, { line: drawn.line, lines: [drawn.line], texts: ["Harbour"], gone });
    const { matte, frame } = found ?? assert.fail("nothing found");
    return matte.inkMask.data.filter((m, i) => m !== 0 && frame.v[i] < -frame.halfV).length;
  };
  assert.ok((await inkAbove([])) > 40);
  assert.equal(await inkAbove([other]), 0);
});
