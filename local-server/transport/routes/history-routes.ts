import * as v from "valibot";
import { JobViewSchema } from "../../../protocol/edit.ts";
import { emendError, err, type Result } from "../../../protocol/errors.ts";
import { type HistoryEntry, HistoryQuerySchema, ReviewRequestSchema } from "../../../protocol/history.ts";
import { VerifyRequestSchema } from "../../../protocol/verify.ts";
import { answer, answerJson } from "../answers.ts";
import { readBody } from "../read-body.ts";
import { readQuery } from "../read-query.ts";
import { makeAgain, review } from "../review-edit.ts";
import { type Call, forEditors, forViewers, type Handler, type Routes } from "../routes.ts";
import { verifyJob } from "../verify-job.ts";

const list: Handler = async ({ services, query }) => {
  const wanted = readQuery(HistoryQuerySchema, query);
  if (!wanted.ok) return answer(wanted, answerJson);
  return answerJson({ entries: await services.history.list(wanted.value) });
};

const noSuchVersion = (): Result<never> => err(emendError("not_found", "There is no such version."));

async function entryOf({ services, params }: Call): Promise<Result<HistoryEntry>> {
  const entry = /^\d{1,15}$/.test(params.id ?? "") ? await services.history.get(Number(params.id)) : undefined;
  return entry === undefined ? noSuchVersion() : { ok: true, value: entry };
}

const show: Handler = async (call) => answer(await entryOf(call), (entry) => answerJson(entry));

const again: Handler = async (call) => {
  const entry = await entryOf(call);
  const job = entry.ok ? await makeAgain(call.services, entry.value) : entry;
  return answer(job, ({ id }) => answerJson({ jobId: id }, 202));
};

const decide: Handler = async ({ services, request, params }) => {
  const id = v.is(JobViewSchema.entries.id, params.id) ? params.id : "";
  const body = await readBody(ReviewRequestSchema, request);
  return answer(body.ok ? await review(services, id, body.value) : body, (decided) => answerJson(decided, 201));
};

const verify: Handler = async ({ services, request, params }) => {
  const jobId = v.is(JobViewSchema.entries.id, params.id) ? params.id : "";
  const body = await readBody(VerifyRequestSchema, request);
  return answer(body.ok ? await verifyJob(services, { ...body.value, jobId }, request.signal) : body, (told) => answerJson(told));
};

/** `/api/v1/history`, its versions, what people decide about them, and their proof. */
export const historyRoutes: Routes = {
  "/api/v1/history": { GET: forViewers(list) },
  "/api/v1/history/:id": { GET: forViewers(show) },
  "/api/v1/history/:id/again": { POST: forEditors(again) },
  "/api/v1/jobs/:id/review": { POST: forEditors(decide) },
  "/api/v1/jobs/:id/verify": { POST: forViewers(verify) },
};
