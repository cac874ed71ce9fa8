import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, afterEach, before, beforeEach, test } from "node:test";
import type { Result } from "../../protocol/errors.ts";
import type { ModelView } from "../../protocol/models.ts";
import { type FakeHub, type HubMood, sha256, startFakeHub } from "../../test/fakes/fake-hub.ts";
import type { ModelCard } from "./model-cards.ts";
import { createModelRegistry, type ModelRegistry } from "./model-registry.ts";

const BYTES = randomBytes(300_000);
const PATH = "/someone/model/resolve/main/folder/weights.gguf";
const CARD = {
  id: "weights",
  title: "Weights",
  use: "Nothing.",
  licence: "Apache-2.0",
  hub: { repository: "someone/model", revision: "main" },
  files: [{ path: "folder/weights.gguf", bytes: 290_000 }],
};
const SET = {
  ...{ id: "all", title: "All", use: "Nothing.", licence: "Apache-2.0", parts: ["weights"] },
  tiers: [
    { vramGiB: 24, ramGiB: 0, parts: ["pinned"] },
    { vramGiB: 0, ramGiB: 0, parts: [] },
  ],
};
const PINNED = { ...CARD, id: "pinned", files: [{ path: "folder/weights.gguf", bytes: BYTES.length, sha256: sha256(BYTES) }] };

let hub: FakeHub;
let dataFolder: string;
let registry: ModelRegistry;
let vramGiB = 0;

const open = (cards: readonly ModelCard[] = [CARD, PINNED, SET]): ModelRegistry =>
  createModelRegistry({
    dataFolder,
    mirrors: { hub: hub.url },
    backOff: { tries: 3, baseMs: 2, mostMs: 10 },
    idleMs: 250,
    cards: async () => cards,
    hardware: async () => ({ ramGiB: 32, vramGiB, gpu: "none" }),
  });

before(async () => {
  hub = await startFakeHub();
});
after(() => hub.close());
beforeEach(() => {
  dataFolder = mkdtempSync(join(tmpdir(), "emend-models-"));
  hub.put(PATH, BYTES);
  hub.digests = true;
  vramGiB = 0;
  registry = open();
});
afterEach(async () => {
  await registry.close();
  rmSync(dataFolder, { recursive: true });
});

const installed = (id = "weights"): string => join(dataFolder, "models", id, "weights.gguf");
const part = (id = "weights"): string => join(dataFolder, "downloads", id, "folder__weights.gguf.part");
async function install(id = "weights"): Promise<Result<void>> {
  const started = await registry.install(id);
  return started.ok ? registry.settled(id) : started;
}
const codeOf = (result: Result<unknown>): string => (result.ok ? "ok" : result.error.code);
const stateOf = async (id = "weights"): Promise<ModelView> => (await registry.list()).models.find((model) => model.id === id)!;

test("a model is fetched, checked against the hub's digest, and then present", { timeout: 10_000 }, async () => {
  hub.moods("well");
  assert.equal((await stateOf()).state, "missing");
  const seen: ModelView[] = [];
  registry.subscribe((view) => seen.push(view));
  assert.deepEqual(await install(), { ok: true, value: undefined });
  assert.deepEqual(readFileSync(installed()), BYTES);
  const { state, bytes, exact } = await stateOf();
  assert.deepEqual({ state, bytes, exact }, { state: "present", bytes: BYTES.length, exact: true });
  assert.ok(seen.some((view) => view.id === "weights" && view.state === "installing" && view.done === BYTES.length));
  assert.ok(
    seen.some((view) => view.id === "all"),
    "the set is told of too",
  );
  assert.equal(existsSync(join(dataFolder, "downloads", "weights")), false);
  assert.equal(statSync(installed()).mode & 0o222, 0, "nobody writes into weights");
});

test("a download that breaks off goes on where it was, as often as it takes", { timeout: 10_000 }, async () => {
  hub.moods({ breakAfter: 100_000 }, { breakAfter: 60_000 }, { breakAfter: 60_000 }, { breakAfter: 60_000 }, "well");
  assert.equal(codeOf(await install()), "ok");
  assert.deepEqual(readFileSync(installed()), BYTES);
  const starts = hub.asked.map(({ range }) => Number(/\d+/.exec(range ?? "0")?.[0]));
  assert.equal(starts.length, 5);
  // What lay in buffers when the line broke may be asked for again.
  assert.ok(
    starts.slice(1).every((start, i) => start > 0 && start >= starts[i]!),
    String(starts),
  );
});

test("a download that stands still is broken off and continued", { timeout: 10_000 }, async () => {
  hub.moods({ stallAfter: 50_000 }, "well");
  assert.equal(codeOf(await install()), "ok");
  assert.equal(hub.asked[1]?.range, "bytes=50000-");
});

test("a stopped install keeps what came, and another process goes on with it", { timeout: 10_000 }, async () => {
  hub.moods({ stallAfter: 120_000 });
  await registry.install("weights");
  while (!existsSync(part()) || statSync(part()).size < 120_000) await new Promise((resolve) => setTimeout(resolve, 5));
  assert.equal(await registry.stop("weights"), true);
  assert.equal(codeOf(await registry.settled("weights")), "cancelled");
  const { state, done } = await stateOf();
  assert.deepEqual({ state, done }, { state: "partial", done: 120_000 });
  await registry.close();
  registry = open();
  hub.moods("well");
  assert.equal(codeOf(await install()), "ok");
  assert.deepEqual(
    hub.asked.map(({ range }) => range),
    ["bytes=120000-"],
  );
});

const REFUSED: readonly (readonly [string, HubMood, string])[] = [
  ["wrong bytes", "wrong bytes", "digest_mismatch"],
  ["more bytes than the file has", "too long", "download_failed"],
  ["fewer bytes than claimed", "claims more", "ok"],
  ["a file that is gone", "404", "download_failed"],
  ["a server that is down", "503", "download_failed"],
];
for (const [what, mood, code] of REFUSED) {
  test(`${what}: ${code}, and nothing unchecked is visible`, { timeout: 10_000 }, async () => {
    hub.moods(mood);
    assert.equal(codeOf(await install()), code);
    assert.equal(existsSync(installed()), code === "ok");
    if (code !== "ok") assert.equal((await stateOf()).error?.code, code);
    hub.moods("well");
    assert.equal(codeOf(await install()), "ok");
    assert.deepEqual(readFileSync(installed()), BYTES);
  });
}

test("a server without ranges starts over, one that refuses the range too, and one that answers another range", {
  timeout: 10_000,
}, async () => {
  for (const mood of ["no ranges", "416", "other range"] as const) {
    hub.moods({ breakAfter: 100_000 }, mood, "well");
    assert.equal(codeOf(await install()), "ok", mood);
    assert.deepEqual(readFileSync(installed()), BYTES);
    await registry.remove("weights");
  }
});

test("a part whose end is there already is checked without fetching more", { timeout: 10_000 }, async () => {
  mkdirSync(join(dataFolder, "downloads", "weights"), { recursive: true });
  writeFileSync(part(), BYTES);
  writeFileSync(`${part()}.json`, sha256(BYTES));
  hub.moods("well");
  assert.equal(codeOf(await install()), "ok");
  assert.deepEqual(
    hub.asked.map(({ range }) => range),
    [`bytes=${BYTES.length}-`],
  );
});

test("a damaged front is found at the end and fetched anew once", { timeout: 10_000 }, async () => {
  mkdirSync(join(dataFolder, "downloads", "weights"), { recursive: true });
  writeFileSync(part(), Buffer.alloc(1_000, 9));
  writeFileSync(`${part()}.json`, sha256(BYTES));
  hub.moods("well");
  assert.equal(codeOf(await install()), "ok");
  assert.deepEqual(
    hub.asked.map(({ range }) => range),
    ["bytes=1000-", undefined],
  );
});

test("a file that changed at the hub is not continued with the new one's bytes", { timeout: 10_000 }, async () => {
  hub.moods({ breakAfter: 100_000 }, "503");
  assert.equal(codeOf(await install()), "download_failed");
  const other = randomBytes(310_000);
  hub.put(PATH, other);
  hub.moods("well");
  assert.equal(codeOf(await install()), "ok");
  assert.deepEqual(readFileSync(installed()), other);
});

test("a card's digest goes before the hub's: another file is refused before a byte of it", { timeout: 10_000 }, async () => {
  hub.put(PATH, randomBytes(10_000));
  hub.moods("well");
  assert.equal(codeOf(await install("pinned")), "digest_mismatch");
  assert.equal(existsSync(installed("pinned")), false);
});

test("a card's digest is enough where the mirror names none; without either nothing is installed", { timeout: 10_000 }, async () => {
  hub.digests = false;
  hub.moods("well");
  assert.equal(codeOf(await install("pinned")), "ok");
  const failed = await install("weights");
  assert.match(failed.ok ? "" : failed.error.message, /names no digest/);
  assert.equal(existsSync(installed()), false);
});

test("redirects to this machine, the house, numbers or http are not followed: no connection is made", { timeout: 10_000 }, async () => {
  let calls = 0;
  const canary = createServer((_request, response) => {
    calls++;
    response.end("secret");
  });
  await new Promise<void>((resolve) => canary.listen(0, "127.0.0.1", resolve));
  const { port } = canary.address() as AddressInfo;
  const places = [
    `http://127.0.0.1:${port}/x`,
    `http://localhost:${port}/x`,
    `https://127.0.0.1:${port}/x`,
    `http://0x7f000001:${port}/x`,
    `http://[::ffff:127.0.0.1]:${port}/x`,
    "http://169.254.169.254/latest/meta-data",
    "https://10.0.0.1/x",
    "http://huggingface.co/x",
    "https://huggingface.co:8443/x",
    "https://user:pass@huggingface.co/x",
    "https://huggingface.co.evil.example/x",
    "file:///etc/passwd",
    "",
  ];
  for (const redirect of places) {
    hub.moods({ redirect });
    assert.equal(codeOf(await install()), "download_failed", redirect);
  }
  assert.equal(calls, 0);
  await new Promise((resolve) => canary.close(resolve));
});

test("a file that is not as installed is altered; repair fetches it again and leaves the rest", { timeout: 10_000 }, async () => {
  hub.moods("well");
  await install();
  rmSync(installed());
  writeFileSync(installed(), Buffer.concat([BYTES.subarray(1), Buffer.from("x")]));
  assert.equal((await stateOf()).state, "present", "a look does not read gigabytes");
  assert.deepEqual(await registry.verify("weights"), { ok: true, value: ["weights.gguf"] });
  await registry.repair("weights");
  assert.equal(codeOf(await registry.settled("weights")), "ok");
  assert.deepEqual(await registry.verify("weights"), { ok: true, value: [] });
  writeFileSync(join(dataFolder, "cut"), "");
  rmSync(installed());
  assert.equal((await stateOf()).state, "altered");
});

test("removing takes the files and what was fetched", { timeout: 10_000 }, async () => {
  hub.moods("well");
  await install();
  assert.equal(codeOf(await registry.remove("weights")), "ok");
  assert.equal((await stateOf()).state, "missing");
  assert.deepEqual(readdirSync(join(dataFolder, "models")), []);
});

test("a set installs the parts this machine has the memory for", { timeout: 10_000 }, async () => {
  hub.moods("well");
  assert.deepEqual((await stateOf("all")).parts, ["weights"]);
  assert.equal(codeOf(await install("all")), "ok");
  assert.equal((await stateOf("all")).state, "present");
  vramGiB = 23.6;
  const larger = await stateOf("all");
  assert.deepEqual(larger.parts, ["pinned", "weights"]);
  assert.equal(larger.state, "partial");
});

test("an unknown model is named, a full disk said before a byte is fetched", { timeout: 10_000 }, async () => {
  assert.equal(codeOf(await registry.install("nothing")), "model_unknown");
  hub.digests = false;
  hub.put(PATH, BYTES);
  const huge = { ...PINNED, id: "huge" };
  const cards: ModelCard[] = [huge];
  await registry.close();
  registry = open(cards);
  const server = createServer((_request, response) => void response.writeHead(200, { "content-length": String(900e12) }).flushHeaders());
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const mirror = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  await registry.install("huge", { mirrors: { hub: mirror } });
  const failed = await registry.settled("huge");
  assert.match(failed.ok ? "" : failed.error.message, /900000\.\d GB are needed/);
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

test("what was carried here is checked before it is installed", { timeout: 10_000 }, async () => {
  const from = join(dataFolder, "carried");
  mkdirSync(join(from, "below"), { recursive: true });
  writeFileSync(join(from, "below", "weights.gguf"), BYTES);
  const signal = new AbortController().signal;
  const unknown = await registry.importFrom("weights", from, signal);
  assert.match(unknown.ok ? "" : (unknown.error.help ?? ""), /SHA256SUMS/);
  writeFileSync(join(from, "SHA256SUMS"), `${"0".repeat(64)}  weights.gguf\n`);
  assert.equal(codeOf(await registry.importFrom("weights", from, signal)), "verify_failed");
  assert.equal(existsSync(installed()), false);
  writeFileSync(join(from, "SHA256SUMS"), `${sha256(BYTES)} *below/weights.gguf\n`);
  assert.equal(codeOf(await registry.importFrom("weights", from, signal)), "ok");
  assert.equal(codeOf(await registry.importFrom("pinned", from, signal)), "ok");
  assert.deepEqual(readFileSync(installed("pinned")), BYTES);
});

test("two processes do not install into one folder at once", { timeout: 10_000 }, async () => {
  hub.moods({ stallAfter: 10_000 });
  await registry.install("weights");
  while (!existsSync(part())) await new Promise((resolve) => setTimeout(resolve, 5));
  const other = open();
  await other.install("pinned");
  const refused = await other.settled("pinned");
  assert.match(refused.ok ? "" : refused.error.message, /Another Emend is installing/);
  await other.close();
});

test("what was fetched of a model there is no card for any more is swept away", { timeout: 10_000 }, async () => {
  mkdirSync(join(dataFolder, "downloads", "gone"), { recursive: true });
  hub.moods("well");
  await install();
  assert.equal(existsSync(join(dataFolder, "downloads", "gone")), false);
});
