import type { Tenant } from "../../protocol/access.ts";
import { emendError, err, type Result } from "../../protocol/errors.ts";
import type { JobQueue, JobRecord, NewJob } from "./job-queue.ts";

/** The queue as one tenant sees it: the jobs of others do not exist. */
export interface TenantJobs {
  submit(job: Omit<NewJob, "tenant">): Promise<Result<JobRecord>>;
  get(id: string): Promise<JobRecord | undefined>;
  cancel(id: string): Promise<Result<JobRecord>>;
  subscribe(listener: (job: JobRecord) => void): () => void;
}

export function tenantJobs(queue: JobQueue, tenant: Tenant): TenantJobs {
  const get = async (id: string): Promise<JobRecord | undefined> => {
    const job = await queue.get(id);
    return job?.tenant === tenant ? job : undefined;
  };
  return {
    get,
    submit: (job) => queue.submit({ ...job, tenant }),
    cancel: async (id) => ((await get(id)) === undefined ? err(emendError("job_not_found", "There is no such job.")) : queue.cancel(id)),
    subscribe: (listener) => queue.subscribe((job) => job.tenant === tenant && listener(job)),
  };
}
