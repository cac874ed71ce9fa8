import * as v from "valibot";
import { DigestSchema, EditRequestSchema, EditResultSchema } from "./edit.ts";

/** What a person decided about a result: take it, have it done again, leave it. */
export const DECISIONS = ["approve", "fix", "reject"] as const;
export const DecisionSchema = v.picklist(DECISIONS);
export type Decision = v.InferOutput<typeof DecisionSchema>;

export const ReviewRequestSchema = v.strictObject({
  decision: DecisionSchema,
  note: v.optional(v.pipe(v.string(), v.maxLength(500))),
});
export type ReviewRequest = v.InferOutput<typeof ReviewRequestSchema>;

/** `who` is the name of the token that decided; times are ISO 8601. Decisions are kept for good, the latest counts. */
export const ReviewSchema = v.object({ decision: DecisionSchema, note: v.string(), who: v.string(), createdAt: v.string() });
export type Review = v.InferOutput<typeof ReviewSchema>;

/** Which versions: `open` those a person should look at and nobody has decided about, or those with this latest decision. */
export const ReviewFilterSchema = v.picklist(["open", ...DECISIONS]);

export const HISTORY_LIMIT = 200;

export const HistoryQuerySchema = v.strictObject({
  source: v.optional(DigestSchema),
  /** Contained in the instruction or the texts, whatever the case. */
  search: v.optional(v.pipe(v.string(), v.maxLength(200))),
  review: v.optional(ReviewFilterSchema),
  /** Only what these jobs gave: ids, parted by commas. */
  jobs: v.optional(v.pipe(v.string(), v.regex(/^[0-9a-z-]{8,64}(,[0-9a-z-]{8,64}){0,199}$/))),
  /** Only versions recorded before this one: the next page. */
  before: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(HISTORY_LIMIT))),
});
export type HistoryQuery = v.InferOutput<typeof HistoryQuerySchema>;

/** One version of one edit. Sent again as an edit, `recipe` makes it again: the light engine the same bytes. */
export const HistoryEntrySchema = v.object({
  id: v.number(),
  jobId: v.string(),
  createdAt: v.string(),
  result: EditResultSchema,
  recipe: v.optional(EditRequestSchema),
  /** The code that made it. */
  revision: v.optional(v.string()),
  /** SHA-256 of the model files it was made with, by model and file. */
  models: v.optional(v.record(v.string(), v.string())),
  review: v.optional(ReviewSchema),
});
export type HistoryEntry = v.InferOutput<typeof HistoryEntrySchema>;
