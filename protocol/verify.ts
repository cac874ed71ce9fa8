import * as v from "valibot";
import { DigestSchema } from "./edit.ts";

/** What a result is held against, each computed anew: the source's bytes and pixels, the mask, the patch, the result, and what lies outside the mask. */
export const CHECKS = ["source", "sourcePixels", "mask", "patch", "resultPixels", "outside"] as const;

/** `patch` names one of several results of a job, the first where it is left out; `layer` is a blob to compare with the patch. */
export const VerifyRequestSchema = v.strictObject({ patch: v.optional(DigestSchema), layer: v.optional(DigestSchema) });
export type VerifyRequest = v.InferOutput<typeof VerifyRequestSchema>;

/** `changed` of `pixels` that should be equal are not; `maxDiff` is the largest step of a channel. */
const CountedSchema = v.object({ pixels: v.number(), changed: v.number(), maxDiff: v.number() });

export const VerifyAnswerSchema = v.object({
  /** Nothing outside the mask changed and every digest agrees. Says nothing about `layer`. */
  verified: v.boolean(),
  /** The checks that failed. */
  broken: v.array(v.picklist(CHECKS)),
  outside: CountedSchema,
  /** What "outside" was measured against. */
  against: v.picklist(["mask", "patch rectangle", "nothing"]),
  /** The patch against the layer given; pixels invisible in both are equal. All are changed where the sizes differ. */
  layer: v.optional(CountedSchema),
});
export type VerifyAnswer = v.InferOutput<typeof VerifyAnswerSchema>;
