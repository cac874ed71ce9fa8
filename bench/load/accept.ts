/**
 * How fast one embedded companion accepts edits: answered from the cache, and behind a queue of many thousands.
 *   node bench/load/accept.ts [--hits 2000] [--queued 50000]
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { JobView } from "../../protocol/edit.ts";
import { inParallel, percentile, type Served, startServe } from "../../test/fakes/served.ts";
import { somePng } from "../../test/fixtures/broken-pictures.ts";
import { machine, report } from "./report.ts";

const { values } = parseArgs({ options: { hits: { type: "string", default: "2000" }, queued: { type: "string", default: "50000" } } });
const WIDTH = 16;

async function jobOf(served: Served, id: string): Promise<JobView> {
  return JSON.parse((await served.ask("GET", `/api/v1/jobs/${id}`)).text) as JobView;
}

async function submit(served: Served, body: unknown): Promise<{ readonly id: string; readonly ms: number }> {
  const started = performance.now();
  const { status, text } = await served.ask("POST", "/api/v1/edits", { body: JSON.stringify(body) });
  if (status !== 202) throw new Error(`${status} ${text}`);
  return { id: (JSON.parse(text) as { jobId: string }).jobId, ms: performance.now() - started };
}

async function untilEnded(served: Served, id: string): Promise<JobView> {
  for (;;) {
    const job = await jobOf(served, id);
    if (job.status !== "queued" && job.status !== "running") return job;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

async function cacheHits(served: Served, source: string, count: number): Promise<string[]> {
  const edit = { source, instruction: "a -> b" };
  await untilEnded(served, (await submit(served, edit)).id);
  const [accepted, ids]: [number[], string[]] = [[], []];
  const started = performance.now();
  await inParallel(count, WIDTH, async () => {
    const { id, ms } = await submit(served, edit);
    accepted.push(ms);
    ids.push(id);
  });
  const seconds = (performance.now() - started) / 1000;
  const last = await untilEnded(served, ids.at(-1)!);
  const all = (performance.now() - started) / 1000;
  const whole: number[] = [];
  for (let i = 0; i < 50; i++) {
    const from = performance.now();
    const job = await untilEnded(served, (await submit(served, edit)).id);
    if (job.result?.cache !== "hit") throw new Error("not from the cache");
    whole.push(performance.now() - from);
  }
  return [
    `cache hits accepted        ${count} in ${seconds.toFixed(1)} s: ${(count / seconds).toFixed(0)}/s (wanted ≥ 200/s)`,
    `  the last of them ended   after ${all.toFixed(1)} s (${last.status}, cache ${last.result?.cache})`,
    `  accept p50 / p99         ${percentile(accepted, 50).toFixed(1)} / ${percentile(accepted, 99).toFixed(1)} ms at ${WIDTH} at once`,
    `  one alone, asked to done p50 / p99 ${percentile(whole, 50).toFixed(1)} / ${percentile(whole, 99).toFixed(1)} ms (wanted ≤ 50 ms)`,
  ];
}

async function deepQueue(served: Served, source: string, count: number): Promise<string[]> {
  const accepted: number[] = [];
  const started = performance.now();
  await inParallel(count, 4, async (i) => {
    const options = { script: "slow", ms: 1000 };
    accepted.push((await submit(served, { source, instruction: `q${i} -> b`, options })).ms);
  });
  const seconds = (performance.now() - started) / 1000;
  const last = accepted.slice(-Math.max(100, Math.floor(count / 10)));
  return [
    `queued jobs                ${count} in ${seconds.toFixed(1)} s (${(count / seconds).toFixed(0)}/s), one running beside them`,
    `  accept p50 / p99 / max   ${percentile(accepted, 50).toFixed(1)} / ${percentile(accepted, 99).toFixed(1)} / ${Math.max(...accepted).toFixed(0)} ms at 4 at once (wanted p99 ≤ 50 ms)`,
    `  the last tenth           p50 ${percentile(last, 50).toFixed(1)}, p99 ${percentile(last, 99).toFixed(1)} ms`,
  ];
}

const folder = mkdtempSync(join(tmpdir(), "emend-load-"));
const served = await startServe({ folder });
const source = await served.put(await somePng());
const lines = [...(await cacheHits(served, source, Number(values.hits))), ...(await deepQueue(served, source, Number(values.queued)))];
await served.end();
rmSync(folder, { recursive: true });
report(`node bench/load/accept.ts --hits ${values.hits} --queued ${values.queued}`, [machine(), ...lines]);
