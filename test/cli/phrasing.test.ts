import assert from "node:assert/strict";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { after, before, test } from "node:test";
import { createSettingsStore } from "../../local-server/settings/settings-store.ts";
import type { Plan } from "../../protocol/plan.ts";
import { type RunningCompanion, runCompanion } from "../fakes/running-companion.ts";
import { somePng } from "../fixtures/broken-pictures.ts";
import { runEmendHere, workFolder } from "./run-emend.ts";

/** A language model on this machine that reads every wish as one replacement. */
const server = createServer((request, response) => {
  request.resume().on("end", () => {
    const content = JSON.stringify({ operations: [{ kind: "text.replace", text: { from: "¥199", to: "¥169" } }] });
    response.end(JSON.stringify({ choices: [{ message: { content } }] }));
  });
});
const WISH = "you know the ¥199 thing, hmm, let us go for ¥169";
const folder = workFolder();
let running: RunningCompanion;

async function turnOn(dataFolder: string): Promise<void> {
  const store = createSettingsStore(dataFolder, {}, undefined);
  await store.set("phrasing", "baseUrl", `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`);
  await store.set("phrasing", "model", "qwen3");
}

before(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  running = await runCompanion();
});
after(async () => {
  await running.stop();
  server.close();
  folder.dispose();
});

const asked = async (path: string, body: unknown): Promise<Response> =>
  running.call(path, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });

test("free words are a question until a language model is set up, then a plan and an edit", { timeout: 60_000 }, async () => {
  const source = await running.put(await somePng());
  assert.equal((await asked("/api/v1/edits", { source, instruction: WISH })).status, 422);
  assert.equal(((await (await asked("/api/v1/plan", { instruction: WISH })).json()) as Plan).operations.length, 0);
  await turnOn(running.dataFolder);
  const plan = (await (await asked("/api/v1/plan", { instruction: WISH })).json()) as Plan;
  assert.deepEqual(plan.operations, [{ kind: "text.replace", text: { from: "¥199", to: "¥169" } }]);
  const job = await running.edit({ source, instruction: WISH });
  assert.equal(job.status, "done", JSON.stringify(job.error));
  assert.match(job.result?.plan.notes?.[0] ?? "", /language model qwen3/);
});

test("the command line asks it too", { timeout: 30_000 }, async () => {
  await turnOn(folder.file("data"));
  const { out } = await runEmendHere(["plan", WISH, "--json"], folder.path);
  assert.equal((JSON.parse(out) as Plan).operations[0]?.text?.to, "¥169");
});
