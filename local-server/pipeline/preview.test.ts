import assert from "node:assert/strict";
import { test } from "node:test";
import { createRaster, type RasterImage } from "../../imaging/raster/raster.ts";
import { resizeRaster } from "../../imaging/raster/resample.ts";
import type { Preview, Progress } from "../../protocol/edit.ts";
import { emendError, err, ok, type Result } from "../../protocol/errors.ts";
import { createFakeEngine } from "../../test/fakes/engine.ts";
import type { Codec } from "../codec/codec.ts";
import type { EngineCapabilities, EngineOutput, EngineRequest } from "../engines/engine.ts";
import { createMemoryBlobStore } from "../store/memory-blob-store.ts";
import { PREVIEW_PIXELS } from "./first-pass.ts";
import { createPipeline } from "./pipeline.ts";

const SIZE = { width: 768, height: 704 };

function drawn(edited: boolean): RasterImage {
  const image = createRaster(SIZE.width, SIZE.height);
  for (let i = 0; i < SIZE.width * SIZE.height; i++) {
    const [x, y] = [i % SIZE.width, Math.floor(i / SIZE.width)];
    const value = 128 + 50 * Math.sin(x / 19 + y / 47) + 50 * Math.sin(y / 13 - x / 71);
    const red = edited && x >= 400 && x < 560 && y >= 300 && y < 420;
    image.data.set(red ? [255, 0, 0, 255] : [value, 255 - value, 90, 255], i * 4);
  }
  return image;
}

const SOURCE = drawn(false);
const EDITED = drawn(true);

const ONE_PIXEL = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");

/** Any bytes decode to the source; every picture encodes to a PNG of one pixel: what is shown is told by its place. */
const codec = {
  decode: async () => ok({ image: SOURCE, warnings: [] }),
  encode: async () => ok(ONE_PIXEL),
} as unknown as Codec;

const answer = (request: EngineRequest): EngineOutput => {
  const scale = request.preview === undefined ? 1 : 0.5;
  const image = resizeRaster(EDITED, SIZE.width * scale, SIZE.height * scale);
  return { image, frame: { x: 0, y: 0, ...SIZE }, texts: [], confidence: 0.8, reasons: [], warnings: [], timingsMs: {} };
};

type Edit = (request: EngineRequest) => Result<EngineOutput>;

/** Runs one edit; gives what the engine was asked for and what was shown on the way. */
async function run(options: Record<string, boolean>, capabilities: Partial<EngineCapabilities>, edit: Edit = (r) => ok(answer(r))) {
  const fake = createFakeEngine();
  const asked: (EngineRequest["preview"] | "full")[] = [];
  const engine = {
    ...fake,
    capabilities: () => ({ ...fake.capabilities(), operations: ["object.add" as const], ...capabilities }),
    edit: async (request: EngineRequest) => {
      asked.push(request.preview ?? "full");
      return edit(request);
    },
  };
  const blobs = createMemoryBlobStore();
  const source = await blobs.put(Uint8Array.of(1));
  assert.ok(source.ok);
  const told: Progress[] = [];
  const pipeline = createPipeline({ blobs, codec, engines: [engine], plan: (instruction) => ({ instruction, operations: [] }) });
  const result = await pipeline.edit(
    { source: source.value, operations: [{ kind: "object.add", target: "square" }], options },
    { signal: new AbortController().signal, onProgress: (progress) => told.push(progress) },
  );
  const shown = told.map((t) => t.preview).filter((p): p is Preview => p !== undefined);
  return { asked, shown, told, result };
}

test("a quick first pass is shown as a patch where the change will be, then the full one is made", async () => {
  const { asked, shown, told, result } = await run({ preview: true }, { preview: true });
  assert.deepEqual(asked, [{ maxPixels: PREVIEW_PIXELS }, "full"]);
  assert.ok(result.ok);
  assert.ok(Math.abs(shown[0].x - 400) < 24 && Math.abs(shown[0].width - 160) < 48, JSON.stringify(shown[0]));
  assert.deepEqual(told.at(-1)?.preview ?? shown.at(-1), shown[0]);
});

test("nobody who did not ask for a preview waits for one, and none is asked of an engine that gains nothing by it", async () => {
  assert.deepEqual((await run({}, { preview: true })).asked, ["full"]);
  assert.deepEqual((await run({ preview: true }, {})).asked, ["full"]);
  assert.deepEqual((await run({ preview: true }, { preview: true, cost: "paid" })).asked, ["full"]);
});

test("a preview that fails takes nothing from the edit", async () => {
  const failing: Edit = (request) => (request.preview ? err(emendError("engine_failed", "The model fell over.")) : ok(answer(request)));
  const { asked, shown, result } = await run({ preview: true }, { preview: true }, failing);
  assert.ok(result.ok);
  assert.deepEqual([asked.length, shown.length], [2, 0]);
});

test("a preview changes neither the certificate's settings nor the cache key", async () => {
  const settings = async (preview: boolean): Promise<string> => {
    const { result } = await run({ preview }, { preview: true });
    assert.ok(result.ok);
    return result.value[0].certificate.settings;
  };
  assert.equal(await settings(true), await settings(false));
});
