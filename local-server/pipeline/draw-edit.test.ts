import assert from "node:assert/strict";
import { test } from "node:test";
import { createRaster, type RasterImage } from "../../imaging/raster/raster.ts";
import { ok } from "../../protocol/errors.ts";
import { createFakeEngine } from "../../test/fakes/engine.ts";
import type { EngineCapabilities, EngineOutput } from "../engines/engine.ts";
import { drawEdit } from "./draw-edit.ts";
import { Stopwatch } from "./stopwatch.ts";

const FRAME = { x: 40, y: 20, width: 160, height: 120 };

function source(): RasterImage {
  const image = createRaster(240, 180);
  for (let i = 0; i < 240 * 180; i++) {
    const [x, y] = [i % 240, Math.floor(i / 240)];
    const value = 128 + 50 * Math.sin(x / 7 + y / 19) + 50 * Math.sin(y / 5 - x / 31);
    image.data.set([value, 255 - value, 90, 255], i * 4);
  }
  return image;
}

/** The frame as a model gives it back: 4 levels brighter; with a red square from (80, 60) where `edited`. */
function answer(edited: boolean): EngineOutput {
  const image = createRaster(FRAME.width, FRAME.height);
  const from = source();
  for (let i = 0; i < FRAME.width * FRAME.height; i++) {
    const [x, y] = [(i % FRAME.width) + FRAME.x, Math.floor(i / FRAME.width) + FRAME.y];
    const red = edited && x >= 80 && x < 110 && y >= 60 && y < 90;
    const at = (y * 240 + x) * 4;
    image.data.set(red ? [255, 0, 0, 255] : [from.data[at] + 4, from.data[at + 1] + 4, from.data[at + 2] + 4, 255], i * 4);
  }
  return { image, frame: FRAME, texts: [], confidence: 0.8, reasons: [], warnings: [], timingsMs: {} };
}

function draw(outputs: readonly EngineOutput[], more: Partial<EngineCapabilities> = {}) {
  const seeds: number[] = [];
  const fake = createFakeEngine();
  const engine = { ...fake, capabilities: () => ({ ...fake.capabilities(), ...more }) };
  const drawing = drawEdit({
    engine,
    inputs: { source: source(), references: [], warnings: [], findings: [] },
    plan: { instruction: "", operations: [{ kind: "object.add", target: "square" }] },
    seed: 5,
    watch: new Stopwatch(),
    signal: new AbortController().signal,
    run: async (seed) => {
      seeds.push(seed);
      return ok(outputs[Math.min(seeds.length, outputs.length) - 1]);
    },
  });
  return { drawing, seeds };
}

test("what a repainting engine gives back is brought down to its change, at the source's size", async () => {
  const drawn = await draw([answer(true)]).drawing;
  assert.ok(drawn.ok);
  const { image, mask } = drawn.value.output;
  const from = source();
  assert.deepEqual([image.width, image.height], [240, 180]);
  assert.equal(
    from.data.some((value, i) => mask!.data[i >> 2] === 0 && image.data[i] !== value),
    false,
  );
  const inside = (75 * 240 + 95) * 4;
  assert.ok(image.data[inside] > 240 && image.data[inside + 1] < 20);
  assert.equal(mask!.data[10 * 240 + 10], 0);
});

test("where nothing changed, two more seeds are tried", async () => {
  const { drawing, seeds } = draw([answer(false)]);
  assert.ok((await drawing).ok);
  assert.equal(new Set(seeds).size, 3);
});

test("the seed that made the result is told", async () => {
  const { drawing, seeds } = draw([answer(false), answer(true)]);
  const drawn = await drawing;
  assert.equal(drawn.ok && drawn.value.seed, seeds[1]);
  assert.equal(seeds.length, 2);
});

test("a paid engine is asked once", async () => {
  const { drawing, seeds } = draw([answer(false)], { cost: "paid" });
  await drawing;
  assert.equal(seeds.length, 1);
});
