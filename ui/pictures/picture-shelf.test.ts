import assert from "node:assert/strict";
import { test } from "node:test";
import { PictureShelf, previewScale, scaledSize } from "./picture-shelf.ts";

const bytes = new Uint8Array([1]);

test("a released picture is closed and gone; releasing twice does no harm", async () => {
  let closed = 0;
  const close = () => {
    closed += 1;
  };
  const shelf = new PictureShelf(async (_bytes, size) => ({ ...size, close }));
  const id = await shelf.put(bytes, { width: 4, height: 2 });
  assert.equal(shelf.get(id)?.width, 4);
  shelf.release([id]);
  shelf.release([id]);
  assert.deepEqual([shelf.get(id), closed], [undefined, 1]);
});

test("bytes that are no picture still get a name, with nothing behind it", async () => {
  const shelf = new PictureShelf(() => Promise.reject(new Error("no picture")));
  assert.equal(shelf.get(await shelf.put(bytes, { width: 4, height: 2 })), undefined);
});

test("previews shrink to 1200 px on the longer side and never grow or vanish", () => {
  assert.deepEqual(scaledSize({ width: 2400, height: 1200 }, previewScale({ width: 2400, height: 1200 })), { width: 1200, height: 600 });
  assert.equal(previewScale({ width: 300, height: 200 }), 1);
  assert.deepEqual(scaledSize({ width: 9000, height: 1 }, previewScale({ width: 9000, height: 1 })), { width: 1200, height: 1 });
});
