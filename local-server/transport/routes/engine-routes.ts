import * as v from "valibot";
import { answer, answerJson } from "../answers.ts";
import { readBody } from "../read-body.ts";
import { forAdmins, type Handler, type Routes } from "../routes.ts";

export const ConsentSchema = v.strictObject({ allowed: v.boolean() });

const consent: Handler = async ({ services, request, params }) => {
  const body = await readBody(ConsentSchema, request);
  const view = body.ok ? await services.setConsent(params.name ?? "", body.value.allowed, request.signal) : body;
  return answer(view, (engine) => answerJson(engine));
};

/** What may be changed about engines from outside. Keys and addresses may not: they are set at the machine itself. */
export const engineRoutes: Routes = { "/api/v1/engines/:name/consent": { PUT: forAdmins(consent) } };
