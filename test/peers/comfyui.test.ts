import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { createMask } from "../../imaging/raster/raster.ts";
import { createChildCodec } from "../../local-server/codec/child-codec.ts";
import type { Codec } from "../../local-server/codec/codec.ts";
import { createComfyUiEngine } from "../../local-server/engines/comfyui/index.ts";
import type { Engine, EngineEvent, EngineRequest } from "../../local-server/engines/engine.ts";
import { createLogger } from "../../local-server/observability/logger.ts";
import { gradient, requestFor } from "../contract/engine-contract.ts";
import { settingsFrom } from "../contract/fixed-settings.ts";
import { needs, type RunningPeer, startComfyUi } from "./peer-programs.ts";

const options = needs("EMEND_PEER_COMFYUI_FOLDER", "EMEND_PEER_COMFYUI_PYTHON");
const ONE_STEP = { steps: 1, cfg: 1, lightning: false };

let codec: Codec;
let peer: RunningPeer | undefined;
let engine: Engine;

before(async () => {
  if (options.skip !== false) return;
  codec = createChildCodec({ logger: createLogger("error", () => undefined) });
  peer = await startComfyUi();
  engine = createComfyUiEngine({ codec, settingsOf: settingsFrom({ EMEND_COMFYUI_BASE_URL: peer.url }) });
});
after(async () => {
  await peer?.kill();
  await codec?.close();
});

const edit = (
  more: Partial<EngineRequest> = {},
  onEvent: (event: EngineEvent) => void = () => undefined,
  signal = new AbortController().signal,
) => engine.edit(requestFor(gradient(16, 16), { options: ONE_STEP, ...more }), signal, onEvent);
const json = async (path: string, init?: RequestInit): Promise<unknown> => (await fetch(`${peer?.url}${path}`, init)).json();

test("ComfyUI: every node and file the graph needs is found", options, async () => {
  assert.deepEqual(await engine.check(), { available: true, key: "not_needed" });
});

test("ComfyUI: an edit comes back at the model's size, with steps and previews", options, async () => {
  const events: EngineEvent[] = [];
  const done = await edit({ options: { ...ONE_STEP, steps: 2 } }, (event) => events.push(event));
  assert.ok(done.ok, JSON.stringify(done));
  assert.deepEqual([done.value.image.width, done.value.image.height], [64, 64]);
  const steps = events.filter(({ preview }) => preview === undefined).map(({ done: at, total }) => [at, total]);
  assert.deepEqual(steps, [
    [0, 1],
    [1, 2],
    [2, 2],
  ]);
  assert.ok(events.some(({ preview }) => preview !== undefined));
});

test("ComfyUI: a mask, two references and guidance are taken", options, async () => {
  const mask = createMask(16, 16);
  mask.data.fill(255, 0, 128);
  const done = await edit({ mask, references: [gradient(40, 20), gradient(20, 40)], options: { steps: 1, cfg: 2.5, lightning: false } });
  assert.ok(done.ok, JSON.stringify(done));
});

test("ComfyUI: cancelled in mid-run nothing runs on", options, async () => {
  const controller = new AbortController();
  const onEvent = ({ done }: EngineEvent): void => {
    if (done === 1) controller.abort();
  };
  const cancelled = await edit({ options: { ...ONE_STEP, steps: 60 } }, onEvent, controller.signal);
  assert.equal(!cancelled.ok && cancelled.error.code, "cancelled");
  await new Promise((resolve) => setTimeout(resolve, 10_000));
  assert.deepEqual(await json("/queue"), { queue_running: [], queue_pending: [] });
});

test("ComfyUI: a refused graph answers in the shape the fake answers in", options, async () => {
  const graph = {
    a: { class_type: "LoadImage", inputs: { image: "none.png" } },
    b: { class_type: "PreviewImage", inputs: { images: ["a", 0] } },
  };
  const refused = await json("/prompt", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ prompt: graph }),
  });
  const { error, node_errors } = refused as {
    error: { type: string };
    node_errors: Record<string, { class_type: string; errors: { details: string }[] }>;
  };
  assert.equal(error.type, "prompt_outputs_failed_validation");
  assert.equal(node_errors.a?.class_type, "LoadImage");
  assert.match(node_errors.a?.errors[0]?.details ?? "", /Invalid image file: none\.png/);
});

test("ComfyUI: killed in mid-run it is a typed failure within a second", options, async () => {
  let died = 0;
  const failed = await edit({ options: { ...ONE_STEP, steps: 60 } }, ({ done }) => {
    if (done !== 1) return;
    died = performance.now();
    void peer?.kill();
  });
  assert.ok(performance.now() - died < 1_000, `${performance.now() - died} ms`);
  assert.ok(!failed.ok && ["engine_failed", "engine_unavailable"].includes(failed.error.code));
});
