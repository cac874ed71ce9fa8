import * as v from "valibot";
import { DigestSchema } from "../../../protocol/edit.ts";
import { LIMITS } from "../../../protocol/limits.ts";
import { OperationSchema } from "../../../protocol/plan.ts";
import { LetteringSchema } from "../../../protocol/socket.ts";
import { RectSchema } from "../../../protocol/text-style.ts";
import { answer, answerJson } from "../answers.ts";
import { planFor } from "../plan-for.ts";
import { readBody } from "../read-body.ts";
import { forViewers, type Handler, type Routes } from "../routes.ts";

export const FindSchema = v.strictObject({ source: DigestSchema, region: v.optional(RectSchema) });
export const LetteringRequestSchema = v.strictObject({ texts: LetteringSchema });
export const PlanRequestSchema = v.strictObject({
  instruction: v.pipe(v.string(), v.maxLength(LIMITS.instructionChars)),
  after: v.optional(v.pipe(v.array(OperationSchema), v.maxLength(LIMITS.operations))),
  source: v.optional(DigestSchema),
});

const find: Handler = async ({ services, request }) => {
  const body = await readBody(FindSchema, request);
  return answer(body.ok ? await services.find(body.value.source, request.signal, body.value.region) : body, (found) => answerJson(found));
};

const lettering: Handler = async ({ services, request }) => {
  const body = await readBody(LetteringRequestSchema, request);
  const settable = body.ok ? await services.lettering(body.value.texts, request.signal) : body;
  return answer(settable, (list) => answerJson({ settable: list }));
};

const plan: Handler = async ({ services, request }) => {
  const body = await readBody(PlanRequestSchema, request);
  return answer(body.ok ? await planFor(services, body.value, request.signal) : body, (planned) => answerJson(planned));
};

const engines: Handler = async ({ services, request }) =>
  answer(await services.engines(request.signal), (list) => answerJson({ engines: list }));

/** What changes nothing: find, plan, lettering, engines. */
export const readRoutes: Routes = {
  "/api/v1/find": { POST: forViewers(find) },
  "/api/v1/lettering": { POST: forViewers(lettering) },
  "/api/v1/plan": { POST: forViewers(plan) },
  "/api/v1/engines": { GET: forViewers(engines) },
};
