import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, test } from "node:test";
import { createMask } from "../../imaging/raster/raster.ts";
import { createChildCodec } from "../../local-server/codec/child-codec.ts";
import type { Codec } from "../../local-server/codec/codec.ts";
import { createComfyUiEngine } from "../../local-server/engines/comfyui/index.ts";
import { readBinary } from "../../local-server/engines/comfyui/read-message.ts";
import type { Engine, EngineEvent, EngineRequest } from "../../local-server/engines/engine.ts";
import { createLogger } from "../../local-server/observability/logger.ts";
import type { BackOff } from "../../local-server/remote/back-off.ts";
import { FakeComfyUi, type Graph, type RunningComfyUi, startFakeComfyUi } from "../fakes/engines/fake-comfyui.ts";
import { CANARY, engineContract, gradient, requestFor } from "./engine-contract.ts";
import { settingsFrom } from "./fixed-settings.ts";

const engineAt = (url: string, more: { codec: Codec; backOff?: BackOff; deadlineMs?: number; settings?: Record<string, string> }): Engine =>
  createComfyUiEngine({
    codec: more.codec,
    ...(more.backOff && { backOff: more.backOff }),
    settingsOf: settingsFrom({
      EMEND_COMFYUI_BASE_URL: url,
      EMEND_COMFYUI_API_KEY: CANARY,
      EMEND_COMFYUI_DEADLINE_MS: String(more.deadlineMs ?? 10_000),
      ...more.settings,
    }),
  });

// Without a socket: every fact must hold where it cannot be opened.
engineContract({
  name: "comfyui",
  wire: (png) => {
    const comfy = new FakeComfyUi(png);
    return {
      makesPicture: ({ url }) => url === "/prompt",
      answer: (request, body, response, picture) => comfy.answer(request, body, response, picture),
    };
  },
  create: (url, more) => engineAt(url, more),
});

let codec: Codec;
let running: RunningComfyUi;
let engine: Engine;
let png: Uint8Array;
const options = { timeout: 15_000 };

before(async () => {
  codec = createChildCodec({ logger: createLogger("error", () => undefined) });
  const made = await codec.encode(gradient(96, 64), "png");
  assert.ok(made.ok);
  png = made.value;
});
after(() => codec.close());
beforeEach(async () => {
  running = await startFakeComfyUi(png);
  engine = engineAt(running.url, { codec });
});
afterEach(() => running.kill());

const edit = (more: Partial<EngineRequest> = {}, signal = new AbortController().signal, events: EngineEvent[] = []) =>
  engine.edit(requestFor(gradient(96, 64), more), signal, (event) => events.push(event));
const graphs = (): Graph[] => running.comfy.runs.map(({ graph }) => graph);
const inputs = (graph: Graph, node: string): Readonly<Record<string, unknown>> => graph[node]!.inputs;

test("steps of the sampler are told, others' are not, and previews come with the part they show", options, async () => {
  const events: EngineEvent[] = [];
  assert.ok((await edit({}, undefined, events)).ok);
  const steps = events.filter(({ preview }) => preview === undefined).map(({ done, total }) => [done, total]);
  assert.deepEqual(steps, [
    [0, 1],
    [1, 2],
    [2, 2],
  ]);
  const shown = events.find(({ preview }) => preview !== undefined);
  assert.deepEqual(shown?.frame, { x: 0, y: 0, width: 96, height: 64 });
});

test("the graph takes the raw-latent path: no VAE at the text node, the picture's own latent as reference and start", options, async () => {
  await edit({ options: { lightning: false } });
  const [graph] = graphs();
  assert.deepEqual(Object.keys(inputs(graph!, "positive-text")).sort(), ["clip", "image1", "prompt"]);
  assert.deepEqual(inputs(graph!, "positive-0").latent, ["latent0", 0]);
  assert.deepEqual(inputs(graph!, "sampler").latent_image, ["latent0", 0]);
  assert.deepEqual([inputs(graph!, "sampler").steps, inputs(graph!, "sampler").cfg], [20, 2.5]);
  assert.equal(inputs(graph!, "model").unet_name, "qwen_image_edit_2509_fp8_e4m3fn.safetensors");
  assert.equal(graph!.lora, undefined);
  assert.deepEqual(inputs(graph!, "sampler").negative, ["negative-0", 0]);
});

test("the few-step LoRA is taken for things, not for letters, unless asked", options, async () => {
  await edit();
  await edit({ plan: { instruction: "", operations: [{ kind: "text.replace", text: { from: "a", to: "b" } }] } });
  await edit({
    plan: { instruction: "", operations: [{ kind: "text.replace", text: { from: "a", to: "b" } }] },
    options: { lightning: true },
  });
  assert.deepEqual(
    graphs().map((graph) => [graph.lora?.inputs.lora_name !== undefined, inputs(graph, "sampler").steps, inputs(graph, "sampler").cfg]),
    [
      [true, 4, 1],
      [false, 20, 2.5],
      [true, 4, 1],
    ],
  );
  assert.equal(graphs()[0]!["negative-0"]!.class_type, "ConditioningZeroOut");
});

test("a mask and references are part of the graph; pictures go to the temporary folder", options, async () => {
  const mask = createMask(96, 64);
  mask.data.fill(255, 0, 960);
  await edit({ mask, references: [gradient(40, 30), gradient(30, 40)] });
  const [graph] = graphs();
  assert.deepEqual(inputs(graph!, "sampler").latent_image, ["masked", 0]);
  assert.equal(inputs(graph!, "mask").channel, "red");
  assert.deepEqual(inputs(graph!, "positive-2").latent, ["latent2", 0]);
  assert.deepEqual(inputs(graph!, "positive-text").image3, ["picture2", 0]);
  assert.equal(running.comfy.uploads.length, 4);
  assert.ok(running.comfy.uploads.every((name) => /^emend\/emend-[\w-]+\.png \[temp\]$/.test(name)));
});

test("an older server that ends without execution_success is understood", options, async () => {
  running.comfy.mood = "old";
  assert.ok((await edit()).ok);
});

test("cancelling interrupts our own run", options, async () => {
  running.comfy.mood = "endless";
  const controller = new AbortController();
  const result = await engine.edit(requestFor(gradient(96, 64)), controller.signal, ({ done }) => done === 1 && controller.abort());
  assert.equal(!result.ok && result.error.code, "cancelled");
  assert.deepEqual(running.comfy.interrupts, [{ prompt_id: running.comfy.runs[0]!.id }]);
});

test("cancelling a waiting run takes it from the queue and leaves what runs alone", options, async () => {
  running.comfy.mood = "endless";
  const others = edit();
  while (running.comfy.runs[0]?.state !== "running") await new Promise((resolve) => setTimeout(resolve, 10));
  running.comfy.mood = "queued";
  const controller = new AbortController();
  const waiting = edit({}, controller.signal);
  while (running.comfy.runs.length < 2) await new Promise((resolve) => setTimeout(resolve, 10));
  controller.abort();
  assert.equal((await waiting).ok, false);
  assert.deepEqual(running.comfy.interrupts, []);
  assert.equal(running.comfy.runs[0]!.state, "running");
  await running.kill();
  await others;
  running = await startFakeComfyUi(png);
});

test("a run that hangs is interrupted at its deadline", options, async () => {
  engine = engineAt(running.url, { codec, deadlineMs: 400 });
  running.comfy.mood = "endless";
  const result = await edit();
  assert.equal(!result.ok && result.error.code, "engine_timeout");
  assert.equal(running.comfy.interrupts.length, 1);
});

test("a server killed in mid-run is a typed failure within a second, and the next edit works", options, async () => {
  running.comfy.mood = "endless";
  const begun = edit();
  while (running.comfy.runs[0]?.state !== "running") await new Promise((resolve) => setTimeout(resolve, 10));
  await running.kill();
  const died = performance.now();
  const result = await begun;
  assert.ok(performance.now() - died < 1_000);
  assert.ok(!result.ok && ["engine_failed", "engine_unavailable"].includes(result.error.code));
  running = await startFakeComfyUi(png);
  engine = engineAt(running.url, { codec });
  assert.ok((await edit()).ok);
});

test("what a node says on failing is passed on without paths; memory is named", options, async () => {
  running.comfy.mood = "error";
  const result = await edit();
  assert.ok(!result.ok);
  assert.match(result.error.message, /ran out of memory/);
  assert.doesNotMatch(JSON.stringify(result.error), /somebody/);
});

test("every missing node and file is named with where it comes from", options, async () => {
  delete running.comfy.info.UNETLoader;
  running.comfy.info.VAELoader = { input: { required: { vae_name: [["ae.safetensors"]] } } };
  const { available, reason } = await engine.check();
  assert.equal(available, false);
  assert.match(
    reason ?? "",
    /qwen_image_edit_2509_fp8_e4m3fn\.safetensors from huggingface\.co\/Comfy-Org\/Qwen-Image-Edit_ComfyUI into models\/diffusion_models/,
  );
  assert.match(reason ?? "", /qwen_image_vae\.safetensors/);
  assert.doesNotMatch(reason ?? "", /text encoder/);
  const failed = await edit();
  assert.equal(!failed.ok && failed.error.code, "engine_unavailable");
  delete running.comfy.info.TextEncodeQwenImageEditPlus;
  assert.match((await engine.check()).reason ?? "", /lacks the nodes TextEncodeQwenImageEditPlus: update it/);
});

test("GGUF weights are loaded through the extension, a model named in the settings is taken", options, async () => {
  running.comfy.info.UNETLoader = { input: { required: { unet_name: [[]] } } };
  running.comfy.info.UnetLoaderGGUF = {
    input: { required: { unet_name: [["Qwen-Image-Edit-2509-Q4_0.gguf", "Qwen-Image-Edit-2509-Q8_0.gguf"]] } },
  };
  engine = engineAt(running.url, { codec, settings: { EMEND_COMFYUI_MODEL: "Qwen-Image-Edit-2509-Q8_0.gguf" } });
  await edit();
  assert.deepEqual(graphs()[0]?.model, { class_type: "UnetLoaderGGUF", inputs: { unet_name: "Qwen-Image-Edit-2509-Q8_0.gguf" } });
});

test("no server at the address is said with what to do", options, async () => {
  const url = running.url;
  await running.kill();
  const { available, reason } = await engineAt(url, { codec }).check();
  assert.equal(available, false);
  assert.match(reason ?? "", /No ComfyUI answers at 127\.0\.0\.1:\d+\. Start ComfyUI/);
  running = await startFakeComfyUi(png);
});

test("binary events: both kinds of preview, and nothing from what is cut short", () => {
  const frame = (...words: number[]): ArrayBuffer => {
    const view = new DataView(new ArrayBuffer(words.length * 4));
    for (const [i, word] of words.entries()) view.setUint32(i * 4, word);
    return view.buffer;
  };
  assert.deepEqual(readBinary(frame(1, 1, 7)), { kind: "preview", picture: Uint8Array.of(0, 0, 0, 7) });
  assert.deepEqual(readBinary(frame(4, 4, 0, 7)), { kind: "preview", picture: Uint8Array.of(0, 0, 0, 7) });
  assert.equal(readBinary(frame(4, 400, 0)), undefined);
  assert.equal(readBinary(frame(3, 0, 0)), undefined);
  assert.equal(readBinary(new ArrayBuffer(3)), undefined);
});
