import { createHash } from "node:crypto";
import { stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { EditRequest, EditResult } from "../../../protocol/edit.ts";
import { type ErrorCode, err, ok, type Result } from "../../../protocol/errors.ts";
import { pauseBefore } from "../../jobs/job-queue.ts";
import { makeFolder } from "../../store/atomic-file.ts";
import type { EditWorkspace } from "../edit-workspace.ts";
import { writeResults } from "../write-results.ts";
import type { Cell } from "./batch-cells.ts";
import { type CellOutcome, writeOutcome } from "./batch-journal.ts";

export interface CellRun {
  readonly workspace: EditWorkspace;
  /** Absolute; results and journal go there. */
  readonly outFolder: string;
  readonly retries: number;
  /** Failures that every further cell would share: they end the batch at once. */
  readonly fatal: ReadonlySet<ErrorCode>;
  readonly signal: AbortSignal;
  /** What ended before and need not be done again. */
  readonly known: ReadonlyMap<string, CellOutcome>;
  requestOf(cell: Cell): Promise<Result<EditRequest>>;
  onOutcome(outcome: CellOutcome, fromBefore: boolean): void;
}

const sleep = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });

async function make(request: EditRequest, { workspace, retries, signal }: CellRun): Promise<Result<readonly EditResult[]>> {
  for (let attempt = 1; ; attempt++) {
    const made = await workspace.make(request, { useCache: true });
    if (made.ok || !made.error.retryable || attempt > retries || signal.aborted) return made;
    await sleep(pauseBefore(attempt), signal);
  }
}

async function written(cell: Cell, results: readonly EditResult[], { workspace, outFolder }: CellRun): Promise<Result<number>> {
  await makeFolder(dirname(join(outFolder, cell.out)));
  const kept = await writeResults(results, { out: cell.out, patch: undefined, report: undefined, folder: outFolder }, workspace);
  return kept.ok ? ok((await stat(join(outFolder, cell.out))).size) : kept;
}

async function runCell(cell: Cell, request: EditRequest, run: CellRun): Promise<CellOutcome> {
  const digest = digestOf(request);
  const made = await make(request, run);
  const [first] = made.ok ? made.value : [];
  const size = made.ok ? await written(cell, made.value.slice(0, 1), run) : made;
  const about = { out: cell.out, picture: cell.picture, request: digest };
  if (!size.ok || first === undefined) return { ...about, status: "failed", ...(!size.ok && { error: size.error }) };
  const { confidence, reasons, needsReview } = first;
  return { ...about, status: needsReview ? "review" : "done", size: size.value, confidence, reasons: [...reasons] };
}

const digestOf = (request: EditRequest): string => createHash("sha256").update(JSON.stringify(request)).digest("hex");

/** Runs the cells one after the other. One that fails is written down and the others go on; an interruption ends it with `cancelled`. */
export async function runCells(cells: readonly Cell[], run: CellRun): Promise<Result<undefined>> {
  for (const cell of cells) {
    const request = await run.requestOf(cell);
    if (!request.ok && request.error.code === "bad_usage") return request;
    const before = run.known.get(cell.out);
    if (request.ok && before?.request === digestOf(request.value)) {
      run.onOutcome(before, true);
      continue;
    }
    const about = { out: cell.out, picture: cell.picture, request: createHash("sha256").update(cell.out).digest("hex") };
    const outcome: CellOutcome = request.ok
      ? await runCell(cell, request.value, run)
      : { ...about, status: "failed", error: request.error };
    if (outcome.error !== undefined && (outcome.error.code === "cancelled" || run.fatal.has(outcome.error.code))) return err(outcome.error);
    await writeOutcome(run.outFolder, outcome);
    run.onOutcome(outcome, false);
  }
  return ok(undefined);
}
