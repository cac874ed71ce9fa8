import assert from "node:assert/strict";
import { after, test } from "node:test";
import type { OcrModels } from "../../imaging/ports.ts";
import { createRaster, type RasterImage } from "../../imaging/raster/raster.ts";
import { findText } from "../../imaging/text/find/find-text.ts";
import { createFontLibrary } from "./font-library.ts";
import { memoizeAsync } from "./memoize-async.ts";
import { createOcrModels } from "./ocr-models.ts";
import { createTypeRenderer } from "./type-renderer.ts";

const native = createOcrModels({ backend: "native", threads: 2 });
const wasm = createOcrModels({ backend: "wasm", threads: 1 });
after(() => Promise.all([native.dispose(), wasm.dispose()]));

const type = createTypeRenderer(createFontLibrary().typesetting);

/** Two dark lines on a light ground, 320 × 160. */
function picture(): RasterImage {
  const size = { width: 320, height: 160 };
  const image = createRaster(size.width, size.height);
  const lines = [
    { faceId: "noto-sans-sc", text: "限时优惠169", sizePx: 36, top: 62 },
    { faceId: "montserrat", text: "Summer Sale", sizePx: 28, top: 122 },
  ].map(({ top, ...run }) =>
    type.coverage(
      { ...run, weight: 600, trackingPx: 0 },
      {
        ...size,
        transform: [
          [1, 0, 24],
          [0, 1, top],
        ],
      },
    ),
  );
  for (let i = 0; i < size.width * size.height; i++)
    image.data.set(
      [240, 236, 228, 255].map((v, c) => (c === 3 ? v : v - 0.8 * (lines[0][i] + lines[1][i]))),
      i * 4,
    );
  return image;
}

test("the native and the WebAssembly runtime find the same boxes and strings", async () => {
  const look = { smallSide: 320 };
  const [a, b] = [await findText(picture(), native, look), await findText(picture(), wasm, look)];
  assert.deepEqual(
    a.map((l) => l.string),
    ["限时优惠169", "Summer Sale"],
  );
  assert.deepEqual(
    b.map((l) => l.string),
    a.map((l) => l.string),
  );
  a.forEach((line, i) => {
    for (const key of ["cx", "cy", "width", "height"] as const)
      assert.ok(Math.abs(line.box[key] - b[i].box[key]) < 0.5, `${line.string} ${key}`);
    assert.ok(Math.abs(line.confidence - b[i].confidence) < 0.01);
  });
});

test("the alphabet has the blank first, the space last and as many characters as the network has classes", async () => {
  const alphabet = await native.alphabet();
  assert.equal(alphabet[0], "");
  assert.equal(alphabet.at(-1), " ");
  const { dims } = await native.recognise({ data: new Float32Array(3 * 48 * 48), dims: [1, 3, 48, 48] });
  assert.equal(dims[2], alphabet.length);
});

test("an aborted run rejects with the signal's reason and leaves the queue working", async () => {
  const strip = { data: new Float32Array(3 * 48 * 64), dims: [1, 3, 48, 64] };
  const reason = new Error("no longer wanted");
  const models: OcrModels = native;
  const control = new AbortController();
  const kept = models.recognise(strip);
  const dropped = models.recognise(strip, control.signal);
  control.abort(reason);
  await assert.rejects(dropped, reason);
  assert.equal((await kept).dims[0], 1);
  assert.equal((await models.recognise(strip)).dims[0], 1);
});

test("a failed load is tried again, a successful one is shared", async () => {
  let calls = 0;
  const load = memoizeAsync(async () => {
    calls++;
    if (calls === 1) throw new Error("first");
    return calls;
  });
  await assert.rejects(load(), /first/);
  assert.deepEqual(await Promise.all([load(), load()]), [2, 2]);
});
