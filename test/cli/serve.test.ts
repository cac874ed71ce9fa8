import assert from "node:assert/strict";
import type { ChildProcess } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { after, afterEach, test } from "node:test";
import type { JobView } from "../../protocol/edit.ts";
import { digestOf } from "../fakes/running-companion.ts";
import { somePng } from "../fixtures/broken-pictures.ts";
import { runEmend, startEmend, workFolder } from "./run-emend.ts";

const work = workFolder();
const started: ChildProcess[] = [];
// A test that fails half-way leaves its companion running, and the next one would wait for the folder.
afterEach(() => {
  for (const child of started.splice(0)) child.kill("SIGKILL");
});
after(() => work.dispose());

interface Ready {
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  readonly open: string;
}

async function serve(entry: "real" | "fake"): Promise<{ child: ChildProcess; ready: Ready }> {
  const child = startEmend(["serve", "--port", "0", "--json"], { folder: work.path, entry });
  started.push(child);
  const line = await new Promise<string>((resolve) => child.stdout?.once("data", (data) => resolve(String(data))));
  return { child, ready: JSON.parse(line) as Ready };
}

const ended = (child: ChildProcess): Promise<number | null> => new Promise((resolve) => child.once("exit", (code) => resolve(code)));

test("serve says where it is in its first line, is idle below 150 MB, pairs, and ends with 0 on Ctrl-C", async () => {
  const { child, ready } = await serve("real");
  assert.deepEqual(Object.keys(ready), ["url", "port", "pid", "open"]);
  assert.equal(ready.pid, child.pid);
  const health = await fetch(`${ready.url}/health`);
  assert.deepEqual(await health.json(), { name: "emend", protocol: 1 });
  const paired = await runEmend(["pair", "--json"], { folder: work.path });
  const { token, open } = JSON.parse(paired.out) as { token: string; open: string };
  assert.equal(open, ready.open);
  assert.equal(open, `${ready.url}/#token=${token}`);
  assert.match(token, /^[A-Za-z0-9_-]{43}$/);
  if (process.platform === "linux") {
    const resident = (): number => Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"))![1]);
    // What loading the code left behind is collected soon, not at once.
    for (let i = 0; i < 40 && resident() >= 150 * 1024; i++) await new Promise((resolve) => setTimeout(resolve, 250));
    assert.ok(resident() < 150 * 1024, `${resident()} kB`);
  }
  child.kill("SIGINT");
  assert.equal(await ended(child), 0);
});

test("the token file is for its owner alone, and renewing changes it", { skip: process.platform === "win32" }, async () => {
  const tokens = [];
  for (const words of [["pair"], ["pair"], ["pair", "--renew"]]) tokens.push((await runEmend(words, { folder: work.path })).out.trim());
  assert.equal(tokens[0], tokens[1]);
  assert.notEqual(tokens[1], tokens[2]);
  assert.equal(statSync(work.file("data/token")).mode & 0o777, 0o600);
  assert.equal(statSync(work.file("data")).mode & 0o777, 0o700);
});

test("a second companion on the same folder says so", async () => {
  const { child } = await serve("fake");
  const second = await runEmend(["serve", "--port", "0"], { folder: work.path, entry: "fake" });
  assert.equal(second.code, 1);
  assert.match(second.err, /already uses this data folder/);
  child.kill("SIGTERM");
  await ended(child);
});

test("no acknowledged job is lost when the companion is killed, again and again", async () => {
  const png = await somePng();
  const source = digestOf(png);
  const acknowledged = new Set<string>();
  for (let round = 0; round < 6; round++) {
    const { child, ready } = await serve("fake");
    const authorization = `Bearer ${ready.open.split("#token=")[1]}`;
    await fetch(`${ready.url}/api/v1/blobs/${source}`, { method: "PUT", headers: { authorization }, body: png as Uint8Array<ArrayBuffer> });
    const submit = async (i: number): Promise<void> => {
      const headers = { authorization, "content-type": "application/json", "idempotency-key": `round-${round}-${i}` };
      const body = JSON.stringify({ source, instruction: `a -> ${round}.${i}` });
      const answer = await fetch(`${ready.url}/api/v1/edits`, { method: "POST", headers, body }).catch(() => undefined);
      const accepted = answer?.status === 202 ? ((await answer.json().catch(() => undefined)) as { jobId: string } | undefined) : undefined;
      if (accepted !== undefined) acknowledged.add(accepted.jobId);
    };
    const submitting = Promise.all(Array.from({ length: 12 }, (_, i) => submit(i)));
    await new Promise((resolve) => setTimeout(resolve, 15 * round));
    child.kill("SIGKILL");
    await Promise.all([ended(child), submitting]);
  }
  const { child, ready } = await serve("fake");
  const authorization = `Bearer ${ready.open.split("#token=")[1]}`;
  const ends = new Map<string, number>();
  for (const id of acknowledged) {
    for (;;) {
      const job = (await (await fetch(`${ready.url}/api/v1/jobs/${id}`, { headers: { authorization } })).json()) as JobView;
      if (job.status === "queued" || job.status === "running") await new Promise((resolve) => setTimeout(resolve, 25));
      else {
        ends.set(job.status, (ends.get(job.status) ?? 0) + 1);
        break;
      }
    }
  }
  child.kill("SIGTERM");
  await ended(child);
  assert.ok(acknowledged.size > 0);
  assert.deepEqual([...ends], [["done", acknowledged.size]]);
});
