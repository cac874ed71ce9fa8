import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import type { ImagingPorts } from "../../../imaging/ports.ts";
import type { Operation } from "../../../protocol/plan.ts";
import { studioPicture } from "../../../test/fixtures/studio-picture.ts";
import { tinyMattingModel } from "../../../test/fixtures/tiny-matting-model.ts";
import { createMattingModel } from "../../runtime/matting-model.ts";
import type { EngineRequest } from "../engine.ts";
import { createInstantEngine } from "./index.ts";

/** Ports that must not be needed: touching one is a failure. */
const untouched = new Proxy({} as ImagingPorts, {
  get: (_, name) => {
    if (name === "ocr") return undefined;
    throw new Error(`${String(name)} was touched`);
  },
});

const { image } = studioPicture();
const edit = (operations: Operation[], more: Partial<EngineRequest> = {}, signal = new AbortController().signal) =>
  createInstantEngine(untouched).edit(
    { source: image, plan: { instruction: "", operations }, references: [], seed: 1, options: {}, ...more },
    signal,
    () => undefined,
  );

test("a picture is graded and framed without loading a model or a font", async () => {
  const done = await edit([
    { kind: "tone.adjust", value: "warm" },
    { kind: "border.add", value: "4px" },
  ]);
  assert.ok(done.ok);
  assert.equal(done.value.confidence, 1);
  assert.deepEqual(done.value.texts, []);
  assert.ok((done.value.timingsMs.light ?? 0) > 0);
});

test("a cut-out says that it stands in for the source", async () => {
  const done = await edit([{ kind: "background.remove" }]);
  assert.ok(done.ok && done.value.cutOut === true);
});

test("colours of the picture come as an answer, and the picture as it was", async () => {
  const done = await edit([{ kind: "query", target: "颜色" }]);
  assert.ok(done.ok && done.value.answers?.length === 1);
  assert.ok(!done.value.mask?.data.some((v) => v !== 0));
});

test("a refusal says what can be done, a stop is a cancel", async () => {
  const refused = await edit([{ kind: "object.remove", target: "vase" }]);
  assert.ok(!refused.ok && refused.error.code === "unsupported_operation" && refused.error.help);
  const stopped = await edit([{ kind: "tone.adjust", value: "warm" }], {}, AbortSignal.abort());
  assert.ok(!stopped.ok && stopped.error.code === "cancelled");
});

test("before a busy ground the network a person installed makes the cut, on onnxruntime", async (t) => {
  const folder = await mkdtemp(join(tmpdir(), "emend-cut-"));
  const file = join(folder, "tiny.onnx");
  await writeFile(file, tinyMattingModel(96));
  const form = { file, title: "Luminance", licence: "MIT", side: 96, mean: [0, 0, 0], std: [1, 1, 1], output: "alpha" } as const;
  const matting = createMattingModel(async () => form);
  t.after(async () => {
    await matting.dispose();
    await rm(folder, { recursive: true, force: true });
  });
  const size = 192;
  const busy = { width: size, height: size, data: new Uint8ClampedArray(size * size * 4) };
  for (let i = 0; i < size * size; i++) {
    const [x, y] = [i % size, Math.floor(i / size)];
    const tile = (x >> 3) * 31 + (y >> 3) * 17;
    const inside = Math.hypot(x - 96, y - 96) < 50;
    busy.data.set(inside ? [250, 248, 240, 255] : [(tile * 53) % 100, (tile * 97) % 110, (tile * 29) % 100, 255], i * 4);
  }
  const cut = (ports: Partial<ImagingPorts>) =>
    createInstantEngine({ ...ports, ocr: undefined } as unknown as ImagingPorts).edit(
      { source: busy, plan: { instruction: "", operations: [{ kind: "background.remove" }] }, references: [], seed: 1, options: {} },
      new AbortController().signal,
      () => undefined,
    );
  assert.ok(!(await cut({})).ok);
  const done = await cut({ matting });
  assert.ok(done.ok && done.value.cutOut === true);
  assert.deepEqual([done.value.image.data[3], done.value.image.data[(96 * size + 96) * 4 + 3]], [0, 255]);
  assert.match(done.value.warnings.join(), /Luminance \(MIT\)/);
});
