import * as v from "valibot";

const UsedSchema = v.object({
  edits: v.number(),
  /** Of the sources worked on. */
  pixels: v.number(),
  /** List prices of hosted engines, in whatever currencies they have, added as they are. */
  spend: v.number(),
});

/** What a tenant used up today and this month (UTC), and what it may use; a limit that is not there does not hold. */
export const UsageViewSchema = v.object({
  today: UsedSchema,
  month: UsedSchema,
  limits: v.object({
    requestsPerMinute: v.optional(v.number()),
    pixelsPerDay: v.optional(v.number()),
    spendPerMonth: v.optional(v.number()),
    storedBytes: v.optional(v.number()),
  }),
});
export type UsageView = v.InferOutput<typeof UsageViewSchema>;
