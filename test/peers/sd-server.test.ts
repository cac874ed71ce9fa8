import assert from "node:assert/strict";
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, afterEach, before, beforeEach, test } from "node:test";
import { createMask } from "../../imaging/raster/raster.ts";
import { createChildCodec } from "../../local-server/codec/child-codec.ts";
import type { Codec } from "../../local-server/codec/codec.ts";
import type { Engine, EngineEvent, EngineRequest } from "../../local-server/engines/engine.ts";
import { createSdServerEngine } from "../../local-server/engines/sd-server/index.ts";
import { createLogger } from "../../local-server/observability/logger.ts";
import { gradient, requestFor } from "../contract/engine-contract.ts";
import { tinyLora } from "../fixtures/tiny-lora.ts";
import { named, needs } from "./peer-programs.ts";

const options = needs("EMEND_PEER_SD_SERVER", "EMEND_PEER_SD_WEIGHTS");
const ONE_STEP = { steps: 1, cfg: 1 };

let codec: Codec;
let engine: Engine;
let dataFolder: string;

const engineOn = (weights: string): Engine =>
  createSdServerEngine({ codec, dataFolder, env: { EMEND_SD_SERVER: named("EMEND_PEER_SD_SERVER"), EMEND_SD_MODEL_DIR: weights } });

before(() => {
  codec = createChildCodec({ logger: createLogger("error", () => undefined) });
});
after(() => codec.close());
beforeEach(() => {
  dataFolder = mkdtempSync(join(tmpdir(), "emend-peer-"));
  engine = engineOn(named("EMEND_PEER_SD_WEIGHTS"));
});
afterEach(async () => {
  await engine.dispose?.();
  rmSync(dataFolder, { recursive: true });
});

const edit = (
  more: Partial<EngineRequest> = {},
  onEvent: (event: EngineEvent) => void = () => undefined,
  signal = new AbortController().signal,
) => engine.edit(requestFor(gradient(16, 16), { options: ONE_STEP, ...more }), signal, onEvent);
/** A folder of links to the weights, to be changed by a test. */
function linkedWeights(): string {
  const [whole, folder] = [named("EMEND_PEER_SD_WEIGHTS"), join(dataFolder, "weights")];
  mkdirSync(folder);
  for (const name of readdirSync(whole)) symlinkSync(join(whole, name), join(folder, name));
  return folder;
}

const serverPid = (): number => JSON.parse(readFileSync(join(dataFolder, "run", "sd-server.json"), "utf8")).pid;
const alive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

test("sd-server: an edit comes back at the model's size, its steps told, and the server stays for the next", options, async () => {
  const events: EngineEvent[] = [];
  const first = await edit({ options: { ...ONE_STEP, steps: 2 } }, (event) => events.push(event));
  assert.ok(first.ok, JSON.stringify(first));
  assert.deepEqual([first.value.image.width, first.value.image.height], [64, 64]);
  assert.deepEqual(
    events.map(({ done, total }) => [done, total]),
    [
      [0, 1],
      [1, 2],
      [2, 2],
    ],
  );
  const pid = serverPid();
  const second = await edit({ options: { ...ONE_STEP, steps: 2 } });
  assert.ok(second.ok);
  assert.equal(serverPid(), pid);
  assert.deepEqual(second.value.image.data, first.value.image.data, "the same seed gives the same pixels");
});

test("sd-server: a mask and two references are taken", options, async () => {
  const mask = createMask(16, 16);
  mask.data.fill(255, 0, 128);
  const done = await edit({ mask, references: [gradient(40, 20), gradient(20, 40)] });
  assert.ok(done.ok, JSON.stringify(done));
});

test("sd-server: killed in mid-job it is a typed failure within a second, and the next edit works", options, async () => {
  let died = 0;
  const failed = await edit({ options: { ...ONE_STEP, steps: 50 } }, ({ done }) => {
    if (done !== 1) return;
    process.kill(serverPid(), "SIGKILL");
    died = performance.now();
  });
  assert.ok(performance.now() - died < 1_000, `${performance.now() - died} ms`);
  assert.equal(!failed.ok && failed.error.code, "engine_failed");
  assert.ok((await edit()).ok);
});

test("sd-server: cancelled in mid-job its process is gone, and the next edit works", options, async () => {
  const controller = new AbortController();
  let pid = 0;
  const onEvent = ({ done }: EngineEvent): void => {
    if (done !== 1) return;
    pid = serverPid();
    controller.abort();
  };
  const cancelled = await edit({ options: { ...ONE_STEP, steps: 50 } }, onEvent, controller.signal);
  assert.equal(!cancelled.ok && cancelled.error.code, "cancelled");
  for (let i = 0; i < 100 && alive(pid); i++) await new Promise((resolve) => setTimeout(resolve, 50));
  assert.equal(alive(pid), false);
  assert.ok((await edit()).ok);
});

test("sd-server: a cut-off model is refused at the start, with the server's own reason", options, async () => {
  const weights = linkedWeights();
  for (const name of readdirSync(weights).filter((file) => /qie|edit/i.test(file))) {
    rmSync(join(weights, name));
    copyFileSync(join(named("EMEND_PEER_SD_WEIGHTS"), name), join(weights, name));
    truncateSync(join(weights, name), 50_000_000);
  }
  const cut = engineOn(weights);
  const failed = await cut.edit(requestFor(gradient(16, 16), { options: ONE_STEP }), new AbortController().signal, () => undefined);
  assert.ok(!failed.ok);
  assert.equal(failed.error.code, "engine_unavailable");
  assert.match(failed.error.message, /ended while starting/);
  await cut.dispose?.();
});

test("sd-server: the few-step LoRA is applied where it is asked for", options, async () => {
  const weights = linkedWeights();
  mkdirSync(join(weights, "lora"));
  writeFileSync(join(weights, "lora", "Qwen-Image-Edit-2509-Lightning-4steps.safetensors"), tinyLora());
  const other = engineOn(weights);
  const pictures = [];
  for (const lightning of [true, false]) {
    const request = requestFor(gradient(16, 16), { options: { ...ONE_STEP, lightning } });
    const done = await other.edit(request, new AbortController().signal, () => undefined);
    assert.ok(done.ok, JSON.stringify(done));
    pictures.push(done.value.image.data);
  }
  assert.notDeepEqual(pictures[0], pictures[1]);
  await other.dispose?.();
});

test("sd-server: left over by a killed guard it is ended at the next start", {
  ...options,
  ...(process.platform === "linux" ? {} : { skip: "reads /proc" }),
}, async () => {
  assert.ok((await edit()).ok);
  const orphan = serverPid();
  const guard = Number(readFileSync(`/proc/${orphan}/stat`, "utf8").split(") ")[1]?.split(" ")[1]);
  process.kill(guard, "SIGKILL");
  await new Promise((resolve) => setTimeout(resolve, 300));
  assert.equal(alive(orphan), true);
  assert.ok((await edit()).ok);
  assert.equal(alive(orphan), false);
});
