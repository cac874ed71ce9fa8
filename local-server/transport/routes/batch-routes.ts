import * as v from "valibot";
import { BatchIdSchema, BatchPageSchema, BatchRequestSchema } from "../../../protocol/batch.ts";
import { emendError, err, type Result } from "../../../protocol/errors.ts";
import { LIMITS } from "../../../protocol/limits.ts";
import { acceptBatch } from "../accept-batch.ts";
import { answer, answerJson } from "../answers.ts";
import { idempotencyKeyOf } from "../idempotency-key.ts";
import { readBody } from "../read-body.ts";
import { readQuery } from "../read-query.ts";
import { type Call, forEditors, forViewers, type Handler, type Routes } from "../routes.ts";

const batchId = ({ params }: Call): Result<string> =>
  v.is(BatchIdSchema, params.id) ? { ok: true, value: params.id } : err(emendError("job_not_found", "There is no such batch."));

const submit: Handler = async ({ services, request }) => {
  const key = idempotencyKeyOf(request);
  if (!key.ok) return answer(key, answerJson);
  const body = await readBody(BatchRequestSchema, request, LIMITS.batchBytes);
  return answer(body.ok ? await acceptBatch(services, body.value, key.value) : body, (batch) => answerJson(batch, 202));
};

const show: Handler = async (call) => {
  const [id, page] = [batchId(call), readQuery(BatchPageSchema, call.query)];
  if (!id.ok) return answer(id, answerJson);
  return answer(page.ok ? await call.services.batches.get(id.value, page.value) : page, (batch) => answerJson(batch));
};

const cancel: Handler = async (call) => {
  const id = batchId(call);
  return answer(id.ok ? await call.services.batches.cancel(id.value) : id, (batch) => answerJson(batch));
};

/** `POST /api/v1/batches` and `GET|DELETE /api/v1/batches/{id}`. */
export const batchRoutes: Routes = {
  "/api/v1/batches": { POST: forEditors(submit) },
  "/api/v1/batches/:id": { GET: forViewers(show), DELETE: forEditors(cancel) },
};
