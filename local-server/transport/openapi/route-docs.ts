import * as v from "valibot";
import { PrincipalSchema } from "../../../protocol/access.ts";
import { BatchPageSchema, BatchRequestSchema, BatchViewSchema } from "../../../protocol/batch.ts";
import { DigestSchema, EditRequestSchema, EngineViewSchema, FindResultSchema, JobViewSchema } from "../../../protocol/edit.ts";
import { HistoryEntrySchema, HistoryQuerySchema, ReviewRequestSchema, ReviewSchema } from "../../../protocol/history.ts";
import { ModelIdSchema, ModelListSchema, ModelViewSchema } from "../../../protocol/models.ts";
import { PlanSchema } from "../../../protocol/plan.ts";
import { UsageViewSchema } from "../../../protocol/usage.ts";
import { VerifyAnswerSchema, VerifyRequestSchema } from "../../../protocol/verify.ts";
import { ConsentSchema } from "../routes/engine-routes.ts";
import { AuditQuerySchema } from "../routes/operations-routes.ts";
import { FindSchema, LetteringRequestSchema, PlanRequestSchema } from "../routes/read-routes.ts";

/** What a route takes and gives, for the OpenAPI document. A schema is the very one the route validates with. */
export interface RouteDoc {
  readonly summary: string;
  /** Of the answer that is no error; 200 where it is left out. */
  readonly status?: number;
  /** The JSON of the request's body, or its content type. */
  readonly takes?: v.GenericSchema | string;
  /** An object of what may stand in the query. */
  readonly query?: v.ObjectSchema<v.ObjectEntries, undefined> | v.StrictObjectSchema<v.ObjectEntries, undefined>;
  /** The JSON of the answer, or the content type of its bytes. */
  readonly gives: v.GenericSchema | string;
  /** Takes an `Idempotency-Key`. */
  readonly idempotent?: true;
}

const JobIdSchema = v.object({ jobId: v.string() });
const VariantSchema = v.object({ variant: v.optional(v.number()) });
const SecretSchema = v.object({ secret: v.string() });
const OpenObject = v.record(v.string(), v.unknown());

/** One entry per route, by method and path pattern; `openapi.test.ts` fails where one is missing. */
export const ROUTE_DOCS: Readonly<Record<string, RouteDoc>> = {
  "GET /api/v1/whoami": { summary: "Whose token this is", gives: PrincipalSchema },
  "PUT /api/v1/blobs/:sha256": {
    summary: "Store a picture under its SHA-256",
    takes: "application/octet-stream",
    status: 201,
    gives: v.object({ sha256: DigestSchema }),
  },
  "GET /api/v1/blobs/:sha256": { summary: "The bytes of a picture; HEAD tells whether they are there", gives: "application/octet-stream" },
  "POST /api/v1/edits": {
    summary: "Ask for an edit; what is acknowledged survives a crash",
    takes: EditRequestSchema,
    status: 202,
    gives: JobIdSchema,
    idempotent: true,
  },
  "GET /api/v1/jobs/:id": { summary: "Status, progress, result or error of a job", gives: JobViewSchema },
  "DELETE /api/v1/jobs/:id": { summary: "Cancel a job", gives: JobViewSchema },
  "GET /api/v1/jobs/:id/result": { summary: "The patch of a job that is done", query: VariantSchema, gives: "image/png" },
  "POST /api/v1/jobs/:id/review": { summary: "Decide about a result", takes: ReviewRequestSchema, status: 201, gives: ReviewSchema },
  "POST /api/v1/jobs/:id/verify": {
    summary: "Whether a result still is what its certificate says, computed anew from the stored pictures",
    takes: VerifyRequestSchema,
    gives: VerifyAnswerSchema,
  },
  "POST /api/v1/find": { summary: "Every text in a picture", takes: FindSchema, gives: FindResultSchema },
  "POST /api/v1/lettering": {
    summary: "Which strings the type library has a face for",
    takes: LetteringRequestSchema,
    gives: v.object({ settable: v.array(v.boolean()) }),
  },
  "POST /api/v1/plan": {
    summary: "What an instruction is understood to mean; nothing is run",
    takes: PlanRequestSchema,
    gives: PlanSchema,
  },
  "GET /api/v1/engines": { summary: "The engines and whether they can work now", gives: v.object({ engines: v.array(EngineViewSchema) }) },
  "PUT /api/v1/engines/:name/consent": {
    summary: "Agree that pictures leave this machine for an engine, or take it back",
    takes: ConsentSchema,
    gives: EngineViewSchema,
  },
  "GET /api/v1/models": { summary: "The models, what is free on disk, and this machine's memory", gives: ModelListSchema },
  "GET /api/v1/models/:id": { summary: "One model as it is on this machine", gives: ModelViewSchema },
  "DELETE /api/v1/models/:id": { summary: "Remove a model's files", gives: v.object({ removed: ModelIdSchema }) },
  "POST /api/v1/models/:id/install": { summary: "Start or continue an install", status: 202, gives: ModelViewSchema },
  "POST /api/v1/models/:id/stop": { summary: "Stop an install; what was fetched is kept", gives: v.object({ stopped: v.boolean() }) },
  "POST /api/v1/models/:id/verify": {
    summary: "Read every byte of a model; names of files that changed",
    gives: v.object({ changed: v.array(v.string()) }),
  },
  "GET /api/v1/history": {
    summary: "Versions of edits, newest first",
    query: HistoryQuerySchema,
    gives: v.object({ entries: v.array(HistoryEntrySchema) }),
  },
  "GET /api/v1/history/:id": { summary: "One version with its recipe", gives: HistoryEntrySchema },
  "POST /api/v1/history/:id/again": { summary: "Make a version again by its recipe", status: 202, gives: JobIdSchema },
  "POST /api/v1/batches": {
    summary: "Many edits as one; the same key goes on with the same batch",
    takes: BatchRequestSchema,
    status: 202,
    gives: v.object({ batchId: v.string(), total: v.number() }),
    idempotent: true,
  },
  "GET /api/v1/batches/:id": { summary: "How far a batch is, and a page of its items", query: BatchPageSchema, gives: BatchViewSchema },
  "DELETE /api/v1/batches/:id": { summary: "Cancel what has not ended", gives: BatchViewSchema },
  "GET /v1/models": { summary: "The engines as models, in OpenAI's shape", gives: OpenObject },
  "GET /v1/models/:model": { summary: "One engine as a model, in OpenAI's shape", gives: OpenObject },
  "POST /v1/images/edits": {
    summary: "An edit in OpenAI's shape; answers when it is done",
    takes: "multipart/form-data",
    gives: OpenObject,
  },
  "GET /v1/images/:sha256": { summary: "A result by its signed address", gives: "image/png" },
  "GET /metrics": { summary: "Numbers of this companion for Prometheus", gives: "text/plain" },
  "GET /api/v1/diagnostics": {
    summary: "About this companion and its machine, without names: to be copied into a report",
    gives: OpenObject,
  },
  "GET /api/v1/usage": { summary: "What the tenant used today and this month, and what it may use", gives: UsageViewSchema },
  "GET /api/v1/audit": {
    summary: "Who of the tenant did what, oldest first",
    query: AuditQuerySchema,
    gives: v.object({ entries: v.array(OpenObject) }),
  },
  "GET /api/v1/webhook-secret": { summary: "What the tenant's webhooks are signed with", gives: SecretSchema },
  "POST /api/v1/webhook-secret": { summary: "Replace what the tenant's webhooks are signed with", gives: SecretSchema },
  "GET /api/v1/openapi.json": { summary: "This document", gives: OpenObject },
};
