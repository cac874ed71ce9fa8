import assert from "node:assert/strict";
import { test } from "node:test";
import { createRaster, type RasterImage } from "../../raster/raster.ts";
import { codeArea } from "./code-area.ts";

/** A dark square for a code, on a light card of `card` pixels more on each side, on a brown ground. */
function pictured(card: number): RasterImage {
  const image = createRaster(200, 200);
  for (let y = 0; y < 200; y++)
    for (let x = 0; x < 200; x++) {
      const out = Math.max(60 - x, x - 139, 60 - y, y - 139);
      const [r, g, b] = out <= 0 ? [20, 20, 20] : out <= card ? [250, 250, 250] : [150, 100, 60];
      image.data.set([r, g, b, 255], (y * 200 + x) * 4);
    }
  return image;
}

const QUAD = [
  { x: 60, y: 60 },
  { x: 139, y: 60 },
  { x: 139, y: 139 },
  { x: 60, y: 139 },
];
const isIn = (card: number, x: number): boolean => codeArea(pictured(card), { quad: QUAD }).data[100 * 200 + x] === 255;

test("the card a code stands on goes with it", () => {
  assert.ok(isIn(14, 47), "the card's last pixels");
  assert.ok(!isIn(14, 36), "the ground beside it stays");
});

test("on a light ground that goes on, the code alone goes", () => {
  assert.ok(isIn(100, 58));
  assert.ok(!isIn(100, 50));
});
