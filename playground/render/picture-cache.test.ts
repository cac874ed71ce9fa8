import assert from "node:assert/strict";
import { test } from "node:test";
import { nodeCanvas, testPicture } from "../../test/fakes/node-canvas.ts";
import { ImageStore } from "../document/image-store.ts";
import { PictureCache } from "./picture-cache.ts";

const SIDE = 1024;

test("pictures beyond what may be kept are reduced for the screen, and lent whole for drawing", async () => {
  const images = new ImageStore();
  const hashes = ["#110000", "#220000", "#330000", "#440000", "#550000"].map(
    (c) => images.add(testPicture(SIDE, SIDE, [c, "#ffffff"])).hash,
  );
  const cache = new PictureCache(images, nodeCanvas, 4 * SIDE * SIDE * 4);
  await cache.load(hashes);
  assert.deepEqual(
    hashes.map((hash) => cache.get(hash)?.width),
    [SIDE, SIDE, SIDE, SIDE, 512],
  );
  const lent = await cache.lend(hashes.slice(3));
  assert.deepEqual(
    hashes.slice(3).map((hash) => lent.get(hash)?.width),
    [SIDE, SIDE],
  );
  lent.release();
});

test("small pictures are never reduced, and bytes that are no picture are drawn as nothing", async () => {
  const images = new ImageStore();
  const { hash } = images.add(testPicture(500, 300));
  const broken = images.add(testPicture(40, 30).subarray(0, 60)).hash;
  const cache = new PictureCache(images, nodeCanvas);
  await cache.load([hash, broken, "unknown"]);
  assert.deepEqual([cache.get(hash)?.width, cache.get(broken), cache.get("unknown")], [500, undefined, undefined]);
});
