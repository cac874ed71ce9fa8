import * as v from "valibot";
import { DigestSchema } from "../../../protocol/edit.ts";
import { emendError } from "../../../protocol/errors.ts";
import { LIMITS } from "../../../protocol/limits.ts";
import { answer, answerError, answerJson } from "../answers.ts";
import { readBody } from "../read-body.ts";
import type { Handler, Routes } from "../routes.ts";
import type { Services } from "../services.ts";

const FindSchema = v.strictObject({ source: DigestSchema });
const PlanSchema = v.strictObject({ instruction: v.pipe(v.string(), v.maxLength(LIMITS.instructionChars)) });

/** What changes nothing: find, plan, engines, models, history. */
export function readRoutes(services: Services): Routes {
  const find: Handler = async ({ request }) => {
    const body = await readBody(FindSchema, request);
    return answer(body.ok ? await services.find(body.value.source, request.signal) : body, (found) => answerJson(found));
  };
  const plan: Handler = async ({ request }) => {
    const body = await readBody(PlanSchema, request);
    return answer(body, ({ instruction }) => answerJson(services.plan(instruction)));
  };
  const engines: Handler = async ({ request }) => answer(await services.engines(request.signal), (list) => answerJson({ engines: list }));
  const models: Handler = async () => answerJson({ models: await services.models() });
  const history: Handler = async ({ query }) => {
    const source = query.get("source") ?? undefined;
    if (source !== undefined && !v.is(DigestSchema, source)) return answerError(emendError("bad_request", "source is a SHA-256."));
    return answerJson({ entries: services.history.list({ source }) });
  };
  return {
    "/api/v1/find": { POST: find },
    "/api/v1/plan": { POST: plan },
    "/api/v1/engines": { GET: engines },
    "/api/v1/models": { GET: models },
    "/api/v1/history": { GET: history },
  };
}
