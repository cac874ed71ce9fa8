import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { JobView } from "../../protocol/edit.ts";
import { digestOf } from "../fakes/running-companion.ts";
import { type Served, startServe } from "../fakes/served.ts";
import { somePng } from "../fixtures/broken-pictures.ts";

/** What came of killing the companion again and again. */
export interface KillReport {
  readonly kills: number;
  readonly duringStart: number;
  readonly acknowledged: number;
  readonly lost: number;
  readonly notDone: number;
  readonly torn: number;
  readonly duplicates: number;
  readonly readyMs: readonly number[];
}

export interface KillOptions {
  readonly folder: string;
  readonly kills: number;
  readonly random: () => number;
  onRound?(round: number): void;
}

/** Kills fall between nothing and this long after the first edit was sent; an edit of the fake engine takes a part of it. */
const WINDOW_MS = 250;
/** From its start to its first word a companion takes about this long. */
const START_MS = 500;
const EDITS = 8;
/** Every this many kills one falls during start or recovery. */
const START_EVERY = 5;

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Sends edits until the companion is gone; what was answered with 202 counts as acknowledged, keys sent twice as one. */
async function submitAll(
  served: Served,
  round: number,
  known: { readonly source: string; readonly acknowledged: Map<string, string> },
): Promise<void> {
  const one = async (i: number): Promise<void> => {
    const key = `kill-${round}-${i}`;
    const options = { script: i % 3 === 0 ? "slow" : "paint", ms: 30, nonce: key };
    const body = JSON.stringify({ source: known.source, instruction: `a -> ${key}`, options });
    const answer = await served.ask("POST", "/api/v1/edits", { body, headers: { "idempotency-key": key } }).catch(() => undefined);
    if (answer?.status === 202) known.acknowledged.set(key, (JSON.parse(answer.text) as { jobId: string }).jobId);
  };
  await Promise.all(Array.from({ length: EDITS }, (_, i) => one(i)));
}

/** Starts and kills before it says that it is ready. */
async function killDuringStart(folder: string, afterMs: number): Promise<void> {
  const { startEmend } = await import("../cli/run-emend.ts");
  const child = startEmend(["serve", "--port", "0", "--json"], { folder, entry: "fake" });
  const over = new Promise((resolve) => child.once("exit", resolve));
  await sleep(afterMs);
  child.kill("SIGKILL");
  await over;
}

/** Blobs whose bytes do not have the digest they are named by. */
function tornBlobs(folder: string): number {
  const root = join(folder, "data", "blobs");
  const names = readdirSync(root).filter((name) => /^[0-9a-f]{2}$/.test(name));
  const files = names.flatMap((name) => readdirSync(join(root, name)).map((file) => join(root, name, file)));
  return files.filter((file) => createHash("sha256").update(readFileSync(file)).digest("hex") !== file.slice(-64)).length;
}

async function endOf(served: Served, id: string): Promise<JobView | undefined> {
  for (;;) {
    const { status, text } = await served.ask("GET", `/api/v1/jobs/${id}`);
    if (status !== 200) return undefined;
    const job = JSON.parse(text) as JobView;
    if (job.status !== "queued" && job.status !== "running") return job;
    await sleep(10);
  }
}

/** Versions beyond the first of any job, and jobs beyond the first of any key. */
function duplicatesIn(folder: string): number {
  const db = new DatabaseSync(join(folder, "data", "emend.sqlite"), { readOnly: true });
  const count = (sql: string): number => Number((db.prepare(sql).get() as { n: number }).n);
  const versions = count("SELECT coalesce(sum(n - 1), 0) AS n FROM (SELECT count(*) AS n FROM history GROUP BY job_id)");
  const jobs = count("SELECT count(*) - count(DISTINCT json_extract(request, '$.options.nonce')) AS n FROM jobs");
  const damaged = (db.prepare("PRAGMA integrity_check").get() as { integrity_check: string }).integrity_check === "ok" ? 0 : 1;
  db.close();
  return versions + jobs + damaged;
}

/**
 * Kills the companion with SIGKILL at random instants of accept → run → store → deliver, and during start and recovery; then lets it
 * finish and counts. Every edit is sent under its own key, and once more after the last kill, as a client does that got no answer.
 */
export async function killAgainAndAgain({ folder, kills, random, onRound }: KillOptions): Promise<KillReport> {
  const png = await somePng();
  const known = { source: digestOf(png), acknowledged: new Map<string, string>() };
  const readyMs: number[] = [];
  let duringStart = 0;
  for (let round = 0; round < kills; round++) {
    if (round % START_EVERY === START_EVERY - 1) {
      duringStart++;
      await killDuringStart(folder, random() * START_MS);
    } else {
      const served = await startServe({ folder });
      readyMs.push(served.readyMs);
      await served.put(png);
      const sending = submitAll(served, round, known);
      await sleep(random() * WINDOW_MS);
      await served.end("SIGKILL");
      await sending;
    }
    onRound?.(round + 1);
  }
  const served = await startServe({ folder });
  readyMs.push(served.readyMs);
  const before = new Map(known.acknowledged);
  for (let round = 0; round < kills; round++) if (round % START_EVERY !== START_EVERY - 1) await submitAll(served, round, known);
  let [lost, notDone] = [0, 0];
  for (const [key, id] of before) {
    if (known.acknowledged.get(key) !== id) lost++;
    const end = await endOf(served, id);
    if (end === undefined) lost++;
    else if (end.status !== "done") notDone++;
  }
  for (const id of known.acknowledged.values()) await endOf(served, id);
  await served.end("SIGTERM");
  return {
    kills,
    duringStart,
    acknowledged: before.size,
    lost,
    notDone,
    torn: tornBlobs(folder),
    duplicates: duplicatesIn(folder),
    readyMs,
  };
}
