import type { JobView } from "../../protocol/edit.ts";
import { emendError, err, exhaustive, ok, type Result } from "../../protocol/errors.ts";
import type { ClientMessage } from "../../protocol/socket.ts";
import { jobViewOf } from "../jobs/job-queue.ts";
import { acceptBatch } from "./accept-batch.ts";
import { acceptEdit } from "./accept-edit.ts";
import { planFor } from "./plan-for.ts";
import { makeAgain, review } from "./review-edit.ts";
import type { TenantServices } from "./services.ts";
import { verifyJob } from "./verify-job.ts";

/** The requests that are answered by one value; `hello`, `language` and the blob transfers belong to the session itself. */
export type ValueRequest = Exclude<ClientMessage, { type: "hello" | "language" | "blob.put" | "blob.get" }>;

/** Versions in one answer where no number is asked for: each is some kilobytes. */
const SOCKET_HISTORY = 50;

export interface RequestContext {
  readonly services: TenantServices;
  readonly signal: AbortSignal;
  /** From now on the connection hears of this job. */
  follow(jobId: string): void;
  /** From now on the connection hears of every model. */
  followModels(): void;
}

async function jobOf(message: { readonly jobId: string }, { services, follow }: RequestContext): Promise<Result<JobView>> {
  const job = await services.queue.get(message.jobId);
  if (job === undefined) return err(emendError("job_not_found", "There is no such job."));
  follow(job.id);
  return ok(jobViewOf(job));
}

async function edit(message: Extract<ValueRequest, { type: "edit" }>, { services, follow }: RequestContext): Promise<Result<unknown>> {
  const job = await acceptEdit(services, message.request, message.key);
  if (!job.ok) return job;
  follow(job.value.id);
  return ok({ jobId: job.value.id });
}

async function cancel(message: { readonly jobId: string }, { services, follow }: RequestContext): Promise<Result<JobView>> {
  follow(message.jobId);
  const job = await services.queue.cancel(message.jobId);
  return job.ok ? ok(jobViewOf(job.value)) : job;
}

async function again(entry: number, { services, follow }: RequestContext): Promise<Result<unknown>> {
  const version = await services.history.get(entry);
  if (version === undefined) return err(emendError("not_found", "There is no such version."));
  const job = await makeAgain(services, version);
  if (!job.ok) return job;
  follow(job.value.id);
  return ok({ jobId: job.value.id });
}

/** Does what a message asks; the value is what the reply carries. */
export async function answerRequest(message: ValueRequest, context: RequestContext): Promise<Result<unknown>> {
  const { services, signal } = context;
  switch (message.type) {
    case "find":
      return services.find(message.source, signal, message.region);
    case "plan":
      return planFor(services, message, signal);
    case "edit":
      return edit(message, context);
    case "job.get":
      return jobOf(message, context);
    case "job.cancel":
      return cancel(message, context);
    case "engines": {
      const engines = await services.engines(signal);
      return engines.ok ? ok({ engines: engines.value }) : engines;
    }
    case "engine.consent":
      return services.setConsent(message.engine, message.allowed, signal);
    case "history":
      return ok({ entries: await services.history.list({ limit: SOCKET_HISTORY, ...message.query }) });
    case "history.again":
      return again(message.entry, context);
    case "review":
      return review(services, message.jobId, message.review);
    case "verify":
      return verifyJob(services, { ...message.wanted, jobId: message.jobId }, signal);
    case "lettering": {
      const settable = await services.lettering(message.texts, signal);
      return settable.ok ? ok({ settable: settable.value }) : settable;
    }
    // Said in the person's language on its way out, as every reply.
    case "say":
      return ok({ message: message.message });
    case "batch":
      return acceptBatch(services, message.request, message.key);
    case "batch.get":
      return services.batches.get(message.batchId, message.page);
    case "batch.cancel":
      return services.batches.cancel(message.batchId);
    case "diagnostics":
      return ok(await services.diagnostics(signal));
    case "models":
      context.followModels();
      return ok(await services.models.list());
    case "model.install":
      context.followModels();
      return services.models.install(message.model);
    case "model.stop":
      return ok({ stopped: await services.models.stop(message.model) });
    case "model.remove": {
      const removed = await services.models.remove(message.model);
      return removed.ok ? ok({ removed: message.model }) : removed;
    }
    case "blob.has":
      return ok({ present: await services.blobs.has(message.sha256) });
    default:
      return exhaustive(message);
  }
}
