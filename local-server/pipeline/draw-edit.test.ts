import assert from "node:assert/strict";
import { test } from "node:test";
import { createRaster, type RasterImage } from "../../imaging/raster/raster.ts";
import { ok } from "../../protocol/errors.ts";
import type { Operation } from "../../protocol/plan.ts";
import { createFakeEngine } from "../../test/fakes/engine.ts";
import type { EngineCapabilities, EngineOutput } from "../engines/engine.ts";
import { drawEdit } from "./draw-edit.ts";
import { Stopwatch } from "./stopwatch.ts";

const ADD_SQUARE: readonly Operation[] = [{ kind: "object.add", target: "square" }];
const ADD_WORD: readonly Operation[] = [{ kind: "text.add", text: { to: "Autumn" } }];
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

interface Scripted {
  readonly capabilities?: Partial<EngineCapabilities>;
  readonly operations?: readonly Operation[];
  /** What is read after each try. */
  readonly reads?: readonly string[];
}

function draw(outputs: readonly EngineOutput[], { capabilities = {}, operations = ADD_SQUARE, reads }: Scripted = {}) {
  const seeds: number[] = [];
  const fake = createFakeEngine();
  const engine = { ...fake, capabilities: () => ({ ...fake.capabilities(), ...capabilities }) };
  const reader = { ...fake, read: async () => [reads?.[seeds.length - 1] ?? ""] };
  const drawing = drawEdit({
    engine,
    inputs: { source: source(), references: [], warnings: [] },
    plan: { instruction: "", operations: [...operations] },
    seed: 5,
    ...(reads && { reader }),
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
  const { drawing, seeds } = draw([answer(false)], { capabilities: { cost: "paid" } });
  await drawing;
  assert.equal(seeds.length, 1);
});

test("words that read wrong are drawn again with another seed, and the try that reads best is kept", async () => {
  const { drawing, seeds } = draw([answer(true)], { operations: ADD_WORD, reads: ["Atn", "Autumm", "Auxxmn"] });
  const drawn = await drawing;
  assert.ok(drawn.ok);
  assert.equal(seeds.length, 3);
  assert.equal(drawn.value.seed, seeds[1]);
  assert.match(drawn.value.output.reasons.join(" "), /“Autumn” reads as “Autumm”.*3 tries/);
  assert.ok(drawn.value.output.confidence < 0.8);
});

test("words that read as wanted are taken at once, without a word", async () => {
  const { drawing, seeds } = draw([answer(true)], { operations: ADD_WORD, reads: ["AUTUMN"] });
  const drawn = await drawing;
  assert.equal(seeds.length, 1);
  assert.deepEqual(drawn.ok && [drawn.value.output.reasons, drawn.value.output.confidence], [[], 0.8]);
});

test("an engine that repaints far more than was asked is asked again, and it is said", async () => {
  const all = answer(false);
  for (let i = 0; i < all.image.data.length; i++) if (i % 4 !== 3 && (i >> 2) % FRAME.width > 50) all.image.data[i] = (i * 37) % 251;
  const { drawing, seeds } = draw([all], { operations: ADD_WORD, reads: ["Autumn"] });
  const drawn = await drawing;
  assert.equal(seeds.length, 3);
  assert.match((drawn.ok && drawn.value.output.reasons.join(" ")) || "", /much more/);
});
