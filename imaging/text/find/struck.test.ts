import assert from "node:assert/strict";
import { test } from "node:test";
import type { RasterImage } from "../../raster/raster.ts";
import type { TextLine } from "../types.ts";
import { struckThrough } from "./struck.ts";

const [WIDTH, HEIGHT] = [260, 60];
type Shade = (x: number, y: number) => boolean;

const drawn = (isInk: Shade): RasterImage => {
  const data = new Uint8ClampedArray(WIDTH * HEIGHT * 4);
  for (let i = 0; i < WIDTH * HEIGHT; i++) {
    const value = isInk(i % WIDTH, Math.floor(i / WIDTH)) ? 90 : 245;
    data.set([value, value, value, 255], i * 4);
  }
  return { width: WIDTH, height: HEIGHT, data };
};

/** Six figures as boxes with a bar in the middle, as an 8 has, 40 px apart. */
const letters: Shade = (x, y) => {
  const [u, v] = [(x - 10) % 40, y - 12];
  if (x < 10 || u >= 30 || v < 0 || v >= 36) return false;
  return u < 6 || u >= 24 || v < 6 || v >= 30 || Math.abs(v - 18) < 3;
};

const line: Pick<TextLine, "string" | "box" | "chars" | "vertical"> = {
  string: "888 99",
  box: { cx: 130, cy: 30, width: 240, height: 52, angle: 0 },
  chars: [..."888 99"].map((char, i) => ({ char, at: 15 + 40 * i, confidence: 1 })),
  vertical: false,
};
const struck = (isInk: Shade): readonly [number, number] | undefined => struckThrough(drawn(isInk), line);

test("a stroke through letters, level or slanting, is told with the part of the string it runs through", () => {
  assert.deepEqual(
    struck((x, y) => letters(x, y) || (x > 5 && x < 250 && Math.abs(y - 31) < 1.5)),
    [0, 6],
  );
  assert.deepEqual(
    struck((x, y) => letters(x, y) || (x > 5 && x < 250 && Math.abs(y - 36 + (x - 5) / 24) < 1.5)),
    [0, 6],
  );
  assert.deepEqual(
    struck((x, y) => letters(x, y) || (x > 5 && x < 125 && Math.abs(y - 31) < 1.5)),
    [0, 3],
  );
});

test("letters by themselves, a line under them and a dash without letters are no such stroke", () => {
  assert.equal(struck(letters), undefined);
  assert.equal(
    struck((x, y) => letters(x, y) || (x > 5 && x < 250 && Math.abs(y - 53) < 1.5)),
    undefined,
  );
  assert.equal(
    struck((x, y) => x > 5 && x < 250 && Math.abs(y - 31) < 2),
    undefined,
  );
});
