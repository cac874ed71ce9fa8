import { emendError, err, ok, type Result } from "../../protocol/errors.ts";
import type { HistoryEntry, Review, ReviewRequest } from "../../protocol/history.ts";
import type { JobRecord } from "../jobs/job-queue.ts";
import { acceptEdit } from "./accept-edit.ts";
import type { TenantServices } from "./services.ts";

/** Records a decision about the results of a job, with who made it in the audit log. `job_not_found` where this tenant has no such job with results. */
export async function review(services: TenantServices, jobId: string, request: ReviewRequest): Promise<Result<Review>> {
  const job = await services.queue.get(jobId);
  if (job?.state !== "done") return err(emendError("job_not_found", "There is no such job with a result."));
  const decided = await services.review(jobId, request);
  services.record(`review.${request.decision}`, "ok", jobId);
  return ok(decided);
}

/** Makes a version again by its recipe, never from the cache. */
export async function makeAgain(services: TenantServices, { recipe }: HistoryEntry): Promise<Result<JobRecord>> {
  if (recipe === undefined) return err(emendError("not_found", "This version was recorded without its recipe, by an older companion."));
  return acceptEdit(services, { ...recipe, options: { ...recipe.options, cache: false } }, undefined);
}
