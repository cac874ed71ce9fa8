import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { WebSocket } from "ws";
import type { ModelList, ModelView } from "../../protocol/models.ts";
import { type FakeHub, startFakeHub } from "../../test/fakes/fake-hub.ts";
import { type RunningCompanion, runCompanion } from "../../test/fakes/running-companion.ts";
import { createModelRegistry } from "../registry/model-registry.ts";

const BYTES = randomBytes(400_000);
const CARD = {
  ...{ id: "weights", title: "Weights", use: "Nothing.", licence: "Apache-2.0" },
  hub: { repository: "someone/model", revision: "main" },
  files: [{ path: "weights.gguf", bytes: 390_000 }],
};

let hub: FakeHub;
let folder: string;
let running: RunningCompanion;
before(async () => {
  hub = await startFakeHub();
  hub.put("/someone/model/resolve/main/weights.gguf", BYTES);
  folder = mkdtempSync(join(tmpdir(), "emend-model-routes-"));
  const models = createModelRegistry({
    dataFolder: folder,
    mirrors: { hub: hub.url },
    cards: async () => [CARD],
    hardware: async () => ({ ramGiB: 16, vramGiB: 8, gpu: "cuda", name: "A card" }),
  });
  running = await runCompanion({ models });
});
after(async () => {
  await running.stop();
  await hub.close();
  rmSync(folder, { recursive: true });
});

const post = async (path: string): Promise<{ status: number; body: Record<string, unknown> }> => {
  const answer = await running.call(path, { method: "POST" });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
};
const view = async (): Promise<ModelView> => (await (await running.call("/api/v1/models/weights")).json()) as ModelView;
async function until(state: ModelView["state"]): Promise<ModelView> {
  for (;;) {
    const seen = await view();
    if (seen.state === state) return seen;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

test("the list tells states, sizes, free space and this machine", { timeout: 15_000 }, async () => {
  const { models, machine, freeBytes } = (await (await running.call("/api/v1/models")).json()) as ModelList;
  assert.deepEqual(machine, { ramGiB: 16, vramGiB: 8, gpu: "A card" });
  assert.ok(freeBytes !== undefined && freeBytes > 0);
  assert.deepEqual(
    models.map(({ id, state, kind, exact }) => ({ id, state, kind, exact })),
    [{ id: "weights", state: "missing", kind: "weights", exact: false }],
  );
});

test("an install over HTTP is told step by step on the socket, can be stopped, goes on, verifies and is removed", {
  timeout: 20_000,
}, async () => {
  const heard: ModelView[] = [];
  const socket = new WebSocket(`ws://127.0.0.1:${running.port}/api/v1/socket`, ["emend.v1", running.token]);
  socket.on("message", (data: Buffer) => {
    const message = JSON.parse(data.toString());
    if (message.type === "model") heard.push(message.model);
  });
  await new Promise((resolve) => socket.on("open", resolve));
  const listed = new Promise((resolve) => socket.once("message", resolve));
  socket.send(JSON.stringify({ type: "models", id: 1 }));
  await listed;

  hub.moods({ paceMs: 20 });
  const started = await post("/api/v1/models/weights/install");
  assert.equal(started.status, 202);
  while (!heard.some(({ done }) => (done ?? 0) > 0)) await new Promise((resolve) => setTimeout(resolve, 10));
  assert.deepEqual((await post("/api/v1/models/weights/stop")).body, { stopped: true });
  const partial = await until("partial");
  assert.ok((partial.done ?? 0) > 0);

  hub.moods("well");
  await post("/api/v1/models/weights/install");
  const present = await until("present");
  assert.deepEqual([present.bytes, present.exact], [BYTES.length, true]);
  assert.match(hub.asked[0]?.range ?? "", /^bytes=\d+-$/);
  while (heard.at(-1)?.state !== "present") await new Promise((resolve) => setTimeout(resolve, 10));

  assert.deepEqual((await post("/api/v1/models/weights/verify")).body, { changed: [] });
  const removed = await running.call("/api/v1/models/weights", { method: "DELETE" });
  assert.deepEqual(await removed.json(), { removed: "weights" });
  assert.equal((await view()).state, "missing");
  socket.terminate();
});

test("an unknown model is 404 with those there are", { timeout: 15_000 }, async () => {
  const { status, body } = await post("/api/v1/models/nothing/install");
  assert.equal(status, 404);
  assert.deepEqual((body.error as { details: unknown }).details, { models: ["weights"] });
});
