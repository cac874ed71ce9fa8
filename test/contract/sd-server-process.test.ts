import assert from "node:assert/strict";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, beforeEach, test } from "node:test";
import { createChildCodec } from "../../local-server/codec/child-codec.ts";
import type { Codec } from "../../local-server/codec/codec.ts";
import type { Engine, EngineEvent } from "../../local-server/engines/engine.ts";
import { findWeights } from "../../local-server/engines/sd-server/find-weights.ts";
import { createSdServerEngine } from "../../local-server/engines/sd-server/index.ts";
import { createOutputReader } from "../../local-server/engines/sd-server/read-output.ts";
import { createLogger } from "../../local-server/observability/logger.ts";
import { gradient, requestFor } from "./engine-contract.ts";

const FILES = ["Qwen-Image-Edit-2509-Q4_K_S.gguf", "Qwen2.5-VL-7B-Instruct-Q8_0.gguf", "Qwen2.5-VL-7B-Instruct.mmproj-Q8_0.gguf"];
const options = { timeout: 20_000, skip: process.platform === "win32" ? "the fake is a script" : false };
let folder: string;
let codec: Codec;
let engine: Engine;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), "emend-sd-"));
  mkdirSync(join(folder, "models/vae"), { recursive: true });
  for (const name of [...FILES, "vae/qwen_image_vae.safetensors"]) writeFileSync(join(folder, "models", name), "weights");
  const entry = new URL("../fakes/engines/fake-sd-server.ts", import.meta.url);
  writeFileSync(join(folder, "sd-server"), `#!${process.execPath}\nimport(${JSON.stringify(entry.href)});\n`);
  chmodSync(join(folder, "sd-server"), 0o755);
  codec = createChildCodec({ logger: createLogger("error", () => undefined) });
  const png = await codec.encode(gradient(96, 64), "png");
  assert.ok(png.ok);
  writeFileSync(join(folder, "answer.png"), png.value);
  process.env.FAKE_SD_PICTURE = join(folder, "answer.png");
  process.env.FAKE_SD_LOG = join(folder, "log");
});
beforeEach(async () => {
  await engine?.dispose?.();
  process.env.FAKE_SD_MOOD = "well";
  writeFileSync(join(folder, "log"), "");
  const backOff = { tries: 2, baseMs: 5, mostMs: 50 };
  engine = createSdServerEngine({
    codec,
    backOff,
    dataFolder: join(folder, "data"),
    env: { EMEND_SD_SERVER: join(folder, "sd-server"), EMEND_SD_MODEL_DIR: join(folder, "models") },
  });
});
after(async () => {
  await engine.dispose?.();
  await codec.close();
  rmSync(folder, { recursive: true });
});

const starts = (): { pid: number; args: string[] }[] =>
  readFileSync(join(folder, "log"), "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));
const edit = (signal: AbortSignal = new AbortController().signal, onEvent: (event: EngineEvent) => void = () => undefined) =>
  engine.edit(requestFor(gradient(96, 64)), signal, onEvent);
const alive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};
async function gone(pid: number): Promise<boolean> {
  for (let i = 0; i < 100 && alive(pid); i++) await new Promise((resolve) => setTimeout(resolve, 20));
  return !alive(pid);
}

test("the program starts on loopback with every part of the model, and serves edit after edit", options, async () => {
  assert.ok((await edit()).ok);
  assert.ok((await edit()).ok);
  assert.equal(starts().length, 1);
  const { args } = starts()[0];
  assert.equal(args[args.indexOf("--listen-ip") + 1], "127.0.0.1");
  for (const [flag, name] of [
    ["--diffusion-model", FILES[0]],
    ["--llm", FILES[1]],
    ["--llm_vision", FILES[2]],
    ["--vae", "vae/qwen_image_vae.safetensors"],
  ]) {
    assert.equal(args[args.indexOf(flag) + 1], join(folder, "models", name));
  }
  assert.ok(args.includes("--eager-load") && args.includes("--diffusion-fa"));
});

test("sampling steps are told, bars of tiles and of loading are not", options, async () => {
  const events: EngineEvent[] = [];
  await edit(undefined, (event) => events.push(event));
  assert.deepEqual(
    events.map(({ done, total }) => [done, total]),
    [
      [0, 1],
      [1, 2],
      [2, 2],
    ],
  );
});

test("a crash in a job is a typed failure within a second, and the next edit starts the program again", options, async () => {
  process.env.FAKE_SD_MOOD = "crash";
  const failed = await edit();
  assert.equal(!failed.ok && failed.error.code, "engine_failed");
  process.env.FAKE_SD_MOOD = "well";
  assert.ok((await edit()).ok);
  assert.equal(starts().length, 2);
});

test("cancelling ends the process of a running job, and the next edit works", options, async () => {
  process.env.FAKE_SD_MOOD = "endless";
  const controller = new AbortController();
  const cancelled = await edit(controller.signal, ({ total }) => total === 2 && controller.abort());
  assert.equal(!cancelled.ok && cancelled.error.code, "cancelled");
  assert.ok(await gone(starts()[0].pid));
  process.env.FAKE_SD_MOOD = "well";
  assert.ok((await edit()).ok);
});

test("a program that ends at the start says why, without paths", options, async () => {
  process.env.FAKE_SD_MOOD = "exit";
  const failed = await edit();
  assert.ok(!failed.ok);
  assert.equal(failed.error.code, "engine_unavailable");
  assert.match(failed.error.message, /get sd version from file failed/);
  assert.doesNotMatch(failed.error.message, /secret/);
});

test("a text encoder without eyes is refused: its edits would be inventions", options, async () => {
  process.env.FAKE_SD_MOOD = "blind";
  const failed = await edit();
  assert.match(failed.ok ? "" : failed.error.message, /sees no pictures/);
});

test("disposing ends the process", options, async () => {
  await edit();
  await engine.dispose?.();
  assert.ok(await gone(starts()[0].pid));
});

test("a program that is not there is unavailable", options, async () => {
  const other = createSdServerEngine({
    codec,
    dataFolder: join(folder, "data"),
    env: { EMEND_SD_SERVER: join(folder, "nothing"), EMEND_SD_MODEL_DIR: join(folder, "models") },
  });
  const failed = await other.edit(requestFor(gradient(64, 64)), new AbortController().signal, () => undefined);
  assert.equal(!failed.ok && failed.error.code, "engine_unavailable");
});

test("missing weights are named by what they are", options, async () => {
  mkdirSync(join(folder, "half"));
  for (const name of FILES.slice(0, 2)) writeFileSync(join(folder, "half", name), "weights");
  const missing = await findWeights([join(folder, "half")], Number.POSITIVE_INFINITY);
  assert.match(String(missing), /mmproj.*VAE/);
});

test("steps are read across broken pieces of output", () => {
  const steps: number[][] = [];
  const read = createOutputReader({ step: (...step) => steps.push(step), blind: () => undefined });
  for (const piece of [
    "[INFO ] x - generating im",
    "age: 1/1\n\r  |==>   | 1/",
    "3 - 2.10s/it\u001b[",
    "K\r  |====> | 2/3 - 1.5it/s\u001b[K",
  ])
    read(piece);
  assert.deepEqual(steps, [
    [1, 3],
    [2, 3],
  ]);
});
