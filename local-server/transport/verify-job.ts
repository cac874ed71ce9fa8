import { emendError, err, type Result } from "../../protocol/errors.ts";
import type { VerifyAnswer, VerifyRequest } from "../../protocol/verify.ts";
import type { TenantServices } from "./services.ts";

/** Verifies a result of a job from what is stored. `job_not_found` where this tenant has no such job with that result. */
export async function verifyJob(
  services: TenantServices,
  { jobId, patch, layer }: VerifyRequest & { readonly jobId: string },
  signal: AbortSignal,
): Promise<Result<VerifyAnswer>> {
  // Jobs are forgotten after a while, history is not.
  const results = (await services.queue.get(jobId))?.results ?? (await services.history.resultsOf(jobId));
  const result = patch === undefined ? results[0] : results.find((r) => r.patch.sha256 === patch);
  if (result === undefined) return err(emendError("job_not_found", "There is no such job with a result."));
  return services.verify(result, layer, signal);
}
