/**
 * Many mixed edits through one companion: does it grow, leak descriptors or leave files? Its own memory, and that of all its processes.
 *   node bench/load/soak.ts [--jobs 500] [--warm 100]
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { JobView } from "../../protocol/edit.ts";
import { type Served, startServe } from "../../test/fakes/served.ts";
import { somePng } from "../../test/fixtures/broken-pictures.ts";
import { machine, report } from "./report.ts";

const { values } = parseArgs({ options: { jobs: { type: "string", default: "500" }, warm: { type: "string", default: "100" } } });
const [JOBS, WARM] = [Number(values.jobs), Number(values.warm)];
const EVERY = 10;

const rssMb = (pid: number): number => Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024;
const descriptors = (pid: number): number => readdirSync(`/proc/${pid}/fd`).length;

function childrenOf(pid: number): number[] {
  const direct = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim().split(" ").filter(Boolean).map(Number);
  return direct.flatMap((child) => [child, ...childrenOf(child)]);
}

/** Least squares: megabytes a job. */
function slope(samples: readonly { readonly job: number; readonly mb: number }[]): number {
  const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;
  const [x, y] = [mean(samples.map(({ job }) => job)), mean(samples.map(({ mb }) => mb))];
  const top = samples.reduce((sum, { job, mb }) => sum + (job - x) * (mb - y), 0);
  return top / samples.reduce((sum, { job }) => sum + (job - x) ** 2, 0);
}

/** New edits, repeated ones, failures, cancels, crashes and several variants in turn. */
function mixed(i: number, source: string): { readonly body: Record<string, unknown>; readonly cancel: boolean } {
  const script = ["paint", "paint", "unsure", "missing", "drift", "slow", "paint", "slow", "paint", i % 50 === 9 ? "crash" : "throw"][
    i % 10
  ]!;
  const instruction = i % 10 === 6 ? "same -> again" : `m${i} -> x`;
  const body = { source, instruction, options: { script, ms: i % 10 === 7 ? 5000 : 20 }, ...(i % 10 === 8 && { variants: 3 }) };
  return { body, cancel: i % 10 === 7 };
}

async function one(served: Served, i: number, source: string): Promise<void> {
  const { body, cancel } = mixed(i, source);
  const { text } = await served.ask("POST", "/api/v1/edits", { body: JSON.stringify(body) });
  const { jobId } = JSON.parse(text) as { jobId: string };
  if (cancel) await served.ask("DELETE", `/api/v1/jobs/${jobId}`);
  for (;;) {
    const job = JSON.parse((await served.ask("GET", `/api/v1/jobs/${jobId}`)).text) as JobView;
    if (job.status !== "queued" && job.status !== "running") return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

const folder = mkdtempSync(join(tmpdir(), "emend-soak-"));
const served = await startServe({ folder });
const pid = served.child.pid!;
const source = await served.put(await somePng());
const own: { job: number; mb: number }[] = [];
let fdsBefore = 0;
for (let i = 0; i < JOBS; i++) {
  await one(served, i, source);
  if (i === WARM) fdsBefore = descriptors(pid);
  if (i >= WARM && i % EVERY === 0) own.push({ job: i, mb: rssMb(pid) });
}
const fdsAfter = descriptors(pid);
const processes = childrenOf(pid).length;
const all = [pid, ...childrenOf(pid)].reduce((sum, id) => sum + rssMb(id), 0);
const leftover = readdirSync(join(folder, "data", "blobs", "incoming")).length;
await served.end();
const alive = childrenOfNobody();
rmSync(folder, { recursive: true });

function childrenOfNobody(): number {
  return readdirSync("/proc").filter((id) => /^\d+$/.test(id) && commandOf(id).includes(folder)).length;
}
function commandOf(id: string): string {
  try {
    return readFileSync(`/proc/${id}/cmdline`, "utf8");
  } catch {
    return "";
  }
}

report(`node bench/load/soak.ts --jobs ${JOBS} --warm ${WARM}`, [
  machine(),
  `companion        ${own[0]?.mb.toFixed(0)} MB after ${WARM} jobs, ${own.at(-1)?.mb.toFixed(0)} MB after ${JOBS}: ${slope(own).toFixed(3)} MB a job (wanted ≤ 0.1)`,
  `all processes    ${all.toFixed(0)} MB in ${processes + 1} processes at the end`,
  `descriptors      ${fdsBefore} → ${fdsAfter}; files left in the making ${leftover}; processes left after the end ${alive}`,
]);
