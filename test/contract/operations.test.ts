import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { digestOf, type RunningCompanion, runCompanion } from "../fakes/running-companion.ts";
import { somePng } from "../fixtures/broken-pictures.ts";
import { emendIn } from "../security/harness/emend-in.ts";

let running: RunningCompanion;
let source: string;
before(async () => {
  running = await runCompanion({ limits: { requestsPerMinute: 60_000, pixelsPerDay: 3 * 64 * 48 } });
  source = digestOf(await somePng());
  await running.put(await somePng());
});
after(() => running.stop());

const get = async (path: string): Promise<string> => (await running.call(path)).text();

test("an edit shows in the numbers and in the audit log, without its words", async () => {
  const job = await running.edit({ source, instruction: "secretword -> b" });
  assert.equal(job.status, "done");
  const numbers = await get("/metrics");
  assert.match(numbers, /emend_request_seconds_count\{method="POST",route="\/api\/v1\/edits",status="202"\} 1/);
  assert.match(numbers, /emend_job_seconds_count\{outcome="done"\} 1/);
  const log = await get("/api/v1/audit");
  const { entries } = JSON.parse(log) as { entries: { action: string; subject: string; outcome: string; actor: string }[] };
  const about = entries.filter(({ subject }) => subject === job.id).map(({ actor, action, outcome }) => `${actor} ${action} ${outcome}`);
  assert.deepEqual(about, ["owner edit ok", "emend job.end ok"]);
  for (const text of [numbers, log, await get("/api/v1/diagnostics")]) assert.doesNotMatch(text, /secretword/);
});

test("the audit log is checked from the command line, beside the running companion", async () => {
  const verified = await emendIn(running.dataFolder, ["audit", "verify", "--json"]);
  assert.equal(verified.code, 0, verified.err);
  const { entries, head } = JSON.parse(verified.out) as { entries: number; head: string };
  assert.ok(entries >= 3);
  assert.equal((await emendIn(running.dataFolder, ["audit", "verify", "--head", head])).code, 0);
  assert.equal((await emendIn(running.dataFolder, ["audit", "verify", "--head", "0".repeat(64)])).code, 1);
});

test("diagnostics say what runs where, and nothing of whose it is", async () => {
  const report = JSON.parse(await get("/api/v1/diagnostics")) as Record<string, unknown>;
  assert.deepEqual(Object.keys(report), [
    "emend",
    "node",
    "system",
    "processors",
    "memoryGb",
    "upSeconds",
    "residentMb",
    "troubles",
    "engines",
  ]);
  assert.doesNotMatch(JSON.stringify(report), new RegExp(`${running.dataFolder}|${running.token}`));
});

test("when the day's pixels are used up, new edits are told so and old results stay", async () => {
  for (const word of ["c", "d"]) assert.equal((await running.edit({ source, instruction: `a -> ${word}` })).status, "done");
  const headers = { "content-type": "application/json" };
  const refused = await running.call("/api/v1/edits", { method: "POST", headers, body: JSON.stringify({ source, instruction: "a -> e" }) });
  const used = JSON.parse(await get("/api/v1/usage")) as { today: { edits: number; pixels: number }; limits: object };
  assert.deepEqual([used.today.edits, used.today.pixels], [3, 3 * 64 * 48]);
  assert.deepEqual(used.limits, { requestsPerMinute: 60_000, pixelsPerDay: 3 * 64 * 48 });
  const { error } = (await refused.json()) as { error: { code: string; help: string } };
  assert.deepEqual([refused.status, error.code], [429, "rate_limited"]);
  assert.match(error.help, /tomorrow/);
  assert.equal((await running.call("/api/v1/history")).status, 200);
});

test("too many requests are told how long to wait", async () => {
  const limited = await runCompanion({ limits: { requestsPerMinute: 30 } });
  const statuses: number[] = [];
  for (let i = 0; i < 8; i++) statuses.push((await limited.call("/api/v1/whoami")).status);
  const last = await limited.call("/api/v1/whoami");
  await limited.stop();
  assert.deepEqual(statuses, [200, 200, 200, 200, 200, 200, 429, 429]);
  assert.equal(last.headers.get("retry-after"), "2");
});
