import * as v from "valibot";
import { answer, answerJson } from "../answers.ts";
import { readQuery } from "../read-query.ts";
import { forAdmins, forViewers, type Handler, type Routes } from "../routes.ts";

export const AuditQuerySchema = v.strictObject({ after: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))) });

const metrics: Handler = async ({ services }) =>
  new Response(await services.metrics(), { headers: { "content-type": "text/plain; version=0.0.4; charset=utf-8" } });

const diagnostics: Handler = async ({ services, request }) => answerJson(await services.diagnostics(request.signal));

const usage: Handler = async ({ services }) => answerJson(await services.usage());

const audit: Handler = async ({ services, query }) => {
  const page = readQuery(AuditQuerySchema, query);
  return page.ok ? answerJson({ entries: await services.auditLog(page.value.after ?? 0) }) : answer(page, answerJson);
};

const secret =
  (renew: boolean): Handler =>
  async ({ services }) =>
    answerJson({ secret: await services.webhookSecret(renew) });

/** For those who run the companion: numbers, diagnostics without names, use, the audit log. */
export const operationsRoutes: Routes = {
  "/metrics": { GET: forAdmins(metrics) },
  "/api/v1/diagnostics": { GET: forViewers(diagnostics) },
  "/api/v1/usage": { GET: forViewers(usage) },
  "/api/v1/audit": { GET: forAdmins(audit) },
  "/api/v1/webhook-secret": { GET: forAdmins(secret(false)), POST: forAdmins(secret(true)) },
};
