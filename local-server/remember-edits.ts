import { ok } from "../protocol/errors.ts";
import type { Execute } from "./jobs/job-runner.ts";
import { cacheKeyOf } from "./pipeline/edit-settings.ts";
import { modelDigests } from "./registry/model-cards.ts";
import { createEditHistory } from "./store/edit-history.ts";
import { createResultCache } from "./store/result-cache.ts";
import type { House } from "./tenant-services.ts";

const EDIT_TIMEOUT_MS = 30 * 60_000;

/** Makes edits in the edit worker; looks each up among its tenant's recent results first, and writes down what comes out. */
export function rememberEdits(
  { queries, blobs, pool }: Pick<House, "queries" | "blobs" | "pool">,
  { revision }: { readonly revision: string },
): Execute {
  return async (request, { jobId, tenant, signal, onProgress }) => {
    const cache = createResultCache(queries, { tenant, blobs: blobs.of(tenant) });
    const key = cacheKeyOf(request, revision);
    const known = request.options?.cache === false ? undefined : await cache.get(key);
    if (known !== undefined) return ok(known);
    const made = await pool.withWorker((worker) =>
      worker.call("edit", { tenant, request }, { signal, onEvent: onProgress, timeoutMs: EDIT_TIMEOUT_MS, input: key }),
    );
    if (!made.ok || signal.aborted) return made;
    await cache.set(key, made.value);
    const models = await modelDigests();
    await createEditHistory(queries, tenant).record({ jobId, request, revision, models, results: made.value });
    return made;
  };
}
