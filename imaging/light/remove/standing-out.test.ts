import assert from "node:assert/strict";
import { test } from "node:test";
import { createRaster, type RasterImage } from "../../raster/raster.ts";
import { standingOut } from "./standing-out.ts";

const SIZE = { width: 320, height: 220 };
const BOX = { x: 112, y: 82, width: 88, height: 54 };

/** A dark block in the middle of the box, on cream with whatever else is drawn there. */
function picture(drawn: (x: number, y: number) => boolean): RasterImage {
  const image = createRaster(SIZE.width, SIZE.height);
  for (let i = 0; i < SIZE.width * SIZE.height; i++) {
    const [x, y] = [i % SIZE.width, Math.floor(i / SIZE.width)];
    const block = Math.abs(x - 156) < 24 && Math.abs(y - 109) < 14;
    image.data.set(block ? [10, 10, 14, 255] : drawn(x, y) ? [200, 60, 80, 255] : [250, 240, 225, 255], i * 4);
  }
  return image;
}

const near = (x: number, y: number, pitch: number): number => Math.hypot((x % pitch) - pitch / 2, (y % pitch) - pitch / 2);

for (const [name, pitch, radius] of [
  ["dense", 16, 4],
  ["sparse", 34, 4],
  ["large", 44, 9],
] as const)
  test(`${name} dots around a box are the ground's own: nothing is told from them`, () => {
    assert.equal(
      standingOut(
        picture((x, y) => near(x, y, pitch) < radius),
        BOX,
      ),
      undefined,
    );
  });

test("on a plain ground the block alone stands out, whatever stands beside the box", () => {
  for (const drawn of [() => false, (x: number, y: number) => x > 215 && y % 12 < 5]) {
    const out = standingOut(picture(drawn), BOX);
    assert.ok(out);
    const marked = out.mask.data.filter((v) => v !== 0).length;
    assert.ok(marked >= 47 * 27 && marked < 54 * 34, `${marked}`);
  }
});
