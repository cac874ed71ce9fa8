import assert from "node:assert/strict";
import { test } from "node:test";
import { cutTiles, tileRects } from "./cut-tiles.ts";

test("tiles cover the patch edge to edge and none is too long", () => {
  assert.deepEqual(tileRects({ x: 5, y: 7, width: 10, height: 4 }, 6), [
    { x: 5, y: 7, width: 6, height: 4 },
    { x: 11, y: 7, width: 4, height: 4 },
  ]);
});

test("a patch that fits keeps its very bytes", async () => {
  const bytes = new Uint8Array([1, 2, 3]);
  const rect = { x: 0, y: 0, width: 4096, height: 4096 };
  const tiles = await cutTiles(bytes, rect);
  assert.equal(tiles.length, 1);
  assert.equal(tiles[0].bytes, bytes);
});
