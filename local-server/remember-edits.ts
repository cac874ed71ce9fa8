import { ok } from "../protocol/errors.ts";
import type { Execute } from "./jobs/job-runner.ts";
import { cacheKeyOf } from "./pipeline/edit-settings.ts";
import { modelDigests } from "./registry/model-cards.ts";
import { createEditHistory } from "./store/edit-history.ts";
import type { House } from "./tenant-services.ts";

const EDIT_TIMEOUT_MS = 30 * 60_000;

/** Makes edits in the edit worker; looks each up among its tenant's recent results first, and writes down what comes out. */
export function rememberEdits(
  { queries, known, pool }: Pick<House, "queries" | "known" | "pool">,
  { revision }: { readonly revision: string },
): Execute {
  return async (request, { jobId, tenant, signal, onProgress }) => {
    const before = await known.of(tenant, request);
    if (before !== undefined) return ok(before);
    const made = await pool.withWorker((worker) =>
      worker.call(
        "edit",
        { tenant, request },
        { signal, onEvent: onProgress, timeoutMs: EDIT_TIMEOUT_MS, input: cacheKeyOf(request, revision) },
      ),
    );
    if (!made.ok || signal.aborted) return made;
    // History first: a crash between the two makes the edit once more, and its version takes the place of this one.
    const models = await modelDigests();
    await createEditHistory(queries, tenant).record({ jobId, request, revision, models, results: made.value });
    await known.remember(tenant, request, made.value);
    return made;
  };
}
