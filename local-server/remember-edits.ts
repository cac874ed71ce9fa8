import { ok } from "../protocol/errors.ts";
import type { Execute } from "./jobs/job-runner.ts";
import type { KnownEdits } from "./known-edits.ts";
import { cacheKeyOf } from "./pipeline/edit-settings.ts";
import { modelDigests } from "./registry/model-cards.ts";
import { createEditHistory } from "./store/edit-history.ts";
import type { Queries } from "./store/tables.ts";
import type { EditPool } from "./worker/edit-pool.ts";

const EDIT_TIMEOUT_MS = 30 * 60_000;

/** Has edits made by a worker of the pool, each within half an hour. */
export const editInWorker =
  (pool: Pick<EditPool, "withWorker">, revision: string): Execute =>
  (request, { tenant, signal, onProgress }) =>
    pool.withWorker((worker) => {
      const input = cacheKeyOf(request, revision);
      return worker.call("edit", { tenant, request }, { signal, onEvent: onProgress, timeoutMs: EDIT_TIMEOUT_MS, input });
    });

export interface Remembering {
  readonly queries: Queries;
  readonly known: KnownEdits;
  /** Makes what is not known. */
  readonly make: Execute;
  readonly revision: string;
}

/** Looks each edit up among its tenant's recent results first, and writes down what comes out of those made. */
export function rememberEdits({ queries, known, make, revision }: Remembering): Execute {
  return async (request, context) => {
    const { jobId, tenant, signal } = context;
    const before = await known.of(tenant, request);
    if (before !== undefined) return ok(before);
    const made = await make(request, context);
    if (!made.ok || signal.aborted) return made;
    // History first: a crash between the two makes the edit once more, and its version takes the place of this one.
    const models = await modelDigests();
    await createEditHistory(queries, tenant).record({ jobId, request, revision, models, results: made.value });
    await known.remember(tenant, request, made.value);
    return made;
  };
}
