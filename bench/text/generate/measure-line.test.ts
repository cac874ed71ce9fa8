import assert from "node:assert/strict";
import { test } from "node:test";
import { openFontShelf } from "./fonts.ts";
import { lineLength, startOf } from "./measure-line.ts";
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
