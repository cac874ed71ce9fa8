import assert from "node:assert/strict";
import { test } from "node:test";
import type { ImagingPorts } from "../../../imaging/ports.ts";
import type { Operation } from "../../../protocol/plan.ts";
import { studioPicture } from "../../../test/fixtures/studio-picture.ts";
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
