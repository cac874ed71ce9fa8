import * as v from "valibot";
import { CallbackSchema, EditRequestSchema, JOB_STATES } from "./edit.ts";
import { EmendErrorSchema } from "./errors.ts";
import { LIMITS } from "./limits.ts";

/** Many edits as one. Sent again under the same key it goes on where it stands: edits known already are not made twice. */
export const BatchRequestSchema = v.strictObject({
  edits: v.pipe(v.array(EditRequestSchema), v.minLength(1), v.maxLength(LIMITS.batchEdits)),
  /** -100 … 0: batches stand back behind people by default (-10). */
  priority: v.optional(v.pipe(v.number(), v.integer(), v.minValue(-100), v.maxValue(0))),
  /** Told once when all edits have ended; edits of a batch have no callbacks of their own. */
  callback: v.optional(CallbackSchema),
  /** Further tries for each edit after a failure that may pass; 2 by default. */
  retries: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(5))),
});
export type BatchRequest = v.InferOutput<typeof BatchRequestSchema>;

export const BatchIdSchema = v.pipe(v.string(), v.regex(/^[0-9a-f-]{36}$/));

/** One edit of a batch; `item` is its place in the request, from 0. */
export const BatchItemSchema = v.object({
  item: v.number(),
  jobId: v.string(),
  status: v.picklist(JOB_STATES),
  needsReview: v.optional(v.boolean()),
  error: v.optional(EmendErrorSchema),
});
export type BatchItem = v.InferOutput<typeof BatchItemSchema>;

export const BatchViewSchema = v.object({
  id: BatchIdSchema,
  total: v.number(),
  createdAt: v.string(),
  counts: v.record(v.picklist(JOB_STATES), v.number()),
  /** A page of items: those from `from` on, of one state where asked for. */
  items: v.array(BatchItemSchema),
});
export type BatchView = v.InferOutput<typeof BatchViewSchema>;

export const BatchPageSchema = v.strictObject({
  status: v.optional(v.picklist(JOB_STATES)),
  from: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
  limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1000))),
});
export type BatchPage = v.InferOutput<typeof BatchPageSchema>;
