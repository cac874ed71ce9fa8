import assert from "node:assert/strict";
import { test } from "node:test";
import { openFontShelf } from "./fonts.ts";
import { lettersOf, lineLength, startOf } from "./measure-line.ts";
import type { TextSpec } from "./poster-spec.ts";
import { createSkiaRenderer } from "./skia-renderer.ts";

const SIZE = { width: 800, height: 120 };
const [font] = openFontShelf().library.filter((f) => f.name === "Roboto" && f.weight === 400 && !f.italic);
const line = (trackingPx: number): TextSpec => ({
  text: "OFFICE office",
  font,
  sizePx: 60,
  trackingPx,
  anchor: "right",
  x: 760,
  y: 80,
  vertical: false,
  fill: { kind: "solid", colour: [0, 0, 0] },
});

/** Last column that a line's ink reaches. */
async function rightmost(spec: TextSpec): Promise<number> {
  const drawn = await createSkiaRenderer().draw([spec], {
    ...SIZE,
    transform: [
      [1, 0, 0],
      [0, 1, 0],
    ],
  });
  let right = 0;
  for (let i = 3; i < drawn.length; i += 4) if (drawn[i] > 100) right = Math.max(right, ((i - 3) / 4) % SIZE.width);
  return right;
}

test("a line on the right edge ends there, whether its letters are tied or tracked apart", async () => {
  const ends = [await rightmost(line(0)), await rightmost(line(8))];
  assert.ok(Math.abs(ends[0] - ends[1]) <= 1, `${ends}`);
  assert.ok(ends[0] > 750 && ends[0] <= 760, `${ends}`);
});

test("tracked letters are measured untied", () => {
  const [tied, tracked] = [line(0), line(8)];
  assert.ok(lineLength(tracked) - 12 * 8 > lineLength(tied) + 2);
  assert.equal(startOf(tracked) + lineLength(tracked), 760);
});

test("tracked letters set one by one stand where the line has them", async () => {
  const whole = line(8);
  const letters = lettersOf(whole).map(({ text, x, y }): TextSpec => ({ ...whole, text, x, y, anchor: "left" }));
  const at = {
    ...SIZE,
    transform: [
      [1, 0, 0],
      [0, 1, 0],
    ],
  } as const;
  const [a, b] = [await createSkiaRenderer().draw([whole], at), await createSkiaRenderer().draw(letters, at)];
  let off = 0;
  for (let i = 3; i < a.length; i += 4) off += Math.abs(a[i] - b[i]) > 60 ? 1 : 0;
  assert.ok(off < 20, `${off} pixels`);
});
