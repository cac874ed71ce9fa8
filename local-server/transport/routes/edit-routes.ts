import * as v from "valibot";
import { EditRequestSchema, type JobView, JobViewSchema } from "../../../protocol/edit.ts";
import { type EmendError, emendError, err, ok, type Result } from "../../../protocol/errors.ts";
import { type JobRecord, jobViewOf } from "../../jobs/job-queue.ts";
import { acceptEdit } from "../accept-edit.ts";
import { answer, answerError, answerJson } from "../answers.ts";
import { idempotencyKeyOf } from "../idempotency-key.ts";
import { readBody } from "../read-body.ts";
import { forEditors, forViewers, type Handler, type Routes } from "../routes.ts";
import type { TenantServices } from "../services.ts";

const noSuchJob = (): EmendError => emendError("job_not_found", "There is no such job.");
const notDone = (): EmendError => emendError("not_found", "The job has no result.", { help: "Ask again when its status is done." });

async function jobOf(services: TenantServices, id: string | undefined): Promise<Result<JobRecord>> {
  const job = v.is(JobViewSchema.entries.id, id) ? await services.queue.get(id) : undefined;
  return job === undefined ? err(noSuchJob()) : ok(job);
}

async function patchOf(services: TenantServices, id: string | undefined, variant: number): Promise<Result<Uint8Array>> {
  const job = await jobOf(services, id);
  if (!job.ok) return job;
  const result = job.value.results?.[variant - 1];
  const bytes = result === undefined ? undefined : await services.blobs.get(result.patch.sha256);
  return bytes === undefined ? err(notDone()) : ok(bytes);
}

const submit: Handler = async ({ services, request }) => {
  const key = idempotencyKeyOf(request);
  if (!key.ok) return answerError(key.error);
  const body = await readBody(EditRequestSchema, request);
  const job = body.ok ? await acceptEdit(services, body.value, key.value) : body;
  return answer(job, ({ id }) => answerJson({ jobId: id }, 202));
};

/** Where the pictures of a job are public; `undefined` where the store keeps them to itself. */
function linksOf({ results = [] }: JobRecord, { blobs }: TenantServices): JobView["links"] {
  const links = results.flatMap(({ patch, result }) => {
    const [ofPatch, ofResult] = [blobs.publicUrl(patch.sha256), blobs.publicUrl(result.sha256)];
    return ofPatch === undefined || ofResult === undefined ? [] : [{ patch: ofPatch, result: ofResult }];
  });
  return links.length > 0 ? links : undefined;
}

const show: Handler = async ({ services, params }) =>
  answer(await jobOf(services, params.id), (job) => {
    const links = linksOf(job, services);
    return answerJson({ ...jobViewOf(job), ...(links !== undefined && { links }) });
  });

const cancel: Handler = async ({ services, params }) => {
  const job = await jobOf(services, params.id);
  const cancelled = job.ok ? await services.queue.cancel(job.value.id) : job;
  return answer(cancelled, (ended) => answerJson(jobViewOf(ended)));
};

const result: Handler = async ({ services, params, query }) =>
  answer(await patchOf(services, params.id, Number(query.get("variant") ?? 1)), (bytes) => {
    return new Response(bytes as Uint8Array<ArrayBuffer>, { headers: { "content-type": "image/png" } });
  });

/** `POST /api/v1/edits` and `/api/v1/jobs/{id}` with its result. */
export const editRoutes: Routes = {
  "/api/v1/edits": { POST: forEditors(submit) },
  "/api/v1/jobs/:id": { GET: forViewers(show), DELETE: forEditors(cancel) },
  "/api/v1/jobs/:id/result": { GET: forViewers(result) },
};
