import assert from "node:assert/strict";
import { test } from "node:test";
import { isCut, looksFor } from "./looks.ts";

const image = (width: number, height: number) => ({ width, height, data: new Uint8ClampedArray(0) });

test("small pictures are enlarged, at most two and a half times; middling ones seen as they are; large ones shrunk", () => {
  const scales = [image(400, 300), image(200, 100), image(1000, 700), image(1600, 900)].map((i) => looksFor(i).map((l) => l.scale));
  assert.deepEqual(scales, [[2.4], [2.5], [1], [0.8]]);
});

test("very large pictures get a second look in tiles that cover them and overlap", () => {
  const [whole, ...tiles] = looksFor(image(2880, 3600));
  assert.ok(whole.whole && Math.abs(whole.scale - 1280 / 3600) < 1e-9);
  assert.ok(tiles.every((t) => Math.abs(t.scale - 2560 / 3600) < 1e-9 && Math.max(t.part.width, t.part.height) * t.scale <= 1281));
  const seen = (x: number, y: number) =>
    tiles.filter(({ part: p }) => x >= p.x && x < p.x + p.width && y >= p.y && y < p.y + p.height).length;
  for (let x = 0; x < 2880; x += 90) for (let y = 0; y < 3600; y += 90) assert.ok(seen(x, y) >= 1, `${x}, ${y}`);
  const rows = [...new Set(tiles.map((t) => t.part.y))].sort((a, b) => a - b);
  assert.ok(tiles[0].part.height - (rows[1] - rows[0]) >= 128);
});

test("a box at a tile's inner border is cut, at the picture's border it is not", () => {
  const [, first] = looksFor(image(2880, 3600));
  const inner = first.part.x + first.part.width;
  const box = { cx: inner - 20, cy: 100, width: 40, height: 20, angle: 0 };
  assert.equal(isCut(box, first, image(2880, 3600)), true);
  assert.equal(isCut({ ...box, cx: 20 }, first, image(2880, 3600)), false);
});
