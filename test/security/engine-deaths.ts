import { createHash } from "node:crypto";
import type { JobView } from "../../protocol/edit.ts";
import { waitForEnd } from "../fakes/running-companion.ts";
import { somePng } from "../fixtures/broken-pictures.ts";
import { childrenOf } from "./harness/child-memory.ts";
import type { Figure, Measurement } from "./harness/measurement.ts";
import { type CompanionHost, startCompanionHost } from "./harness/start-companion-host.ts";

/** Ways for an engine to end badly, by the fake engine's scripts. */
const DEATHS = ["crash", "segfault", "abort", "garbage", "lostDevice"] as const;
const QUARANTINE = 3;

interface Tally {
  rightCode: number;
  wrongCode: number;
  nextDone: number;
  nextFailed: number;
  slowestFailureMs: number;
  slowestNextMs: number;
}

async function submit(host: CompanionHost, source: string, options: Readonly<Record<string, unknown>>): Promise<string> {
  const answer = await host.call("/api/v1/edits", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ source, instruction: "a -> b", options: { cache: false, ...options } }),
  });
  return ((await answer.json()) as { jobId: string }).jobId;
}

const run = async (host: CompanionHost, source: string, options: Readonly<Record<string, unknown>>): Promise<JobView> =>
  waitForEnd(host.call, await submit(host, source, options));

async function round(host: CompanionHost, source: string, i: number, tally: Tally): Promise<void> {
  let start = performance.now();
  const dead = await run(host, source, { script: DEATHS[i % DEATHS.length], round: i });
  tally.slowestFailureMs = Math.max(tally.slowestFailureMs, performance.now() - start);
  if (dead.status === "failed" && dead.error?.code === "engine_failed") tally.rightCode++;
  else tally.wrongCode++;
  start = performance.now();
  const next = await run(host, source, { round: i });
  tally.slowestNextMs = Math.max(tally.slowestNextMs, performance.now() - start);
  if (next.status === "done") tally.nextDone++;
  else tally.nextFailed++;
}

/** Cancels a job whose engine hears nothing and counts the milliseconds until no worker is left to burn the processor. */
async function hangingMs(host: CompanionHost, source: string): Promise<number> {
  const id = await submit(host, source, { script: "spin" });
  const status = async (): Promise<string> => ((await (await host.call(`/api/v1/jobs/${id}`)).json()) as JobView).status;
  while ((await status()) !== "running" || childrenOf(host.pid).length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
  await new Promise((resolve) => setTimeout(resolve, 300));
  const worker = childrenOf(host.pid)[0];
  const start = performance.now();
  await host.call(`/api/v1/jobs/${id}`, { method: "DELETE" });
  while (childrenOf(host.pid).includes(worker ?? 0)) await new Promise((resolve) => setTimeout(resolve, 5));
  return performance.now() - start;
}

/** The same deadly edit again and again, with good work between: how often a worker died of it. */
async function quarantineDeaths(host: CompanionHost, source: string): Promise<number> {
  let deaths = 0;
  for (let i = 0; i < QUARANTINE + 2; i++) {
    const job = await run(host, source, { script: "crash", same: true });
    if (job.error?.retryable === true) deaths++;
    await run(host, source, { round: i });
  }
  return deaths;
}

/** T10: engines that die, hang and talk nonsense. `count` is how many deaths. */
export const engineDeaths: Measurement = {
  id: "T10",
  name: "deaths",
  title: "Engines that die, hang and talk nonsense",
  counts: { suite: 5, full: 100 },
  measure: async ({ count }) => {
    const host = await startCompanionHost();
    const png = await somePng();
    const source = createHash("sha256").update(png).digest("hex");
    await host.call(`/api/v1/blobs/${source}`, { method: "PUT", body: png as Uint8Array<ArrayBuffer> });
    const tally: Tally = { rightCode: 0, wrongCode: 0, nextDone: 0, nextFailed: 0, slowestFailureMs: 0, slowestNextMs: 0 };
    for (let i = 0; i < count; i++) await round(host, source, i, tally);
    const deaths = await quarantineDeaths(host, source);
    const hanging = process.platform === "linux" ? await hangingMs(host, source) : 0;
    const { bugs } = await host.state();
    const exits = host.alive() ? 0 : 1;
    await host.stop();
    const figures: Figure[] = [
      { what: "deaths that failed their job with the right code", value: tally.rightCode, atLeast: count },
      { what: "next jobs done", value: tally.nextDone, atLeast: count },
      { what: "slowest failure, start of the worker included", value: tally.slowestFailureMs, unit: "ms", atMost: 1000, timing: true },
      { what: "slowest next job, start of a new worker included", value: tally.slowestNextMs, unit: "ms" },
      { what: "workers one edit may kill before it is refused", value: deaths, atLeast: QUARANTINE, atMost: QUARANTINE },
      { what: "a cancelled worker that hears nothing ends after", value: hanging, unit: "ms", atMost: 1000, timing: true },
      { what: "exceptions nobody caught", value: bugs.length, atMost: 0 },
      { what: "companion exits", value: exits, atMost: 0 },
    ];
    return figures;
  },
};
