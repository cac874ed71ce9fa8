import * as v from "valibot";
import { EmendErrorSchema, STAGES } from "./errors.ts";
import { LIMITS } from "./limits.ts";
import { OperationSchema, PlanSchema } from "./plan.ts";
import { SENSITIVE_KINDS } from "./sensitive.ts";
import { FoundTextSchema, QuadSchema, RectSchema, TextStyleSchema } from "./text-style.ts";

/** SHA-256 of the encoded bytes, 64 lower-case hex digits: the only name a blob has. */
export const DigestSchema = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
export type Digest = v.InferOutput<typeof DigestSchema>;

const OptionValue = v.union([v.string(), v.number(), v.boolean()]);

const ConfirmedSchema = v.picklist(SENSITIVE_KINDS);

/** Where to tell that something has ended; signed as Standard Webhooks says. Which addresses may be called: docs/PROTOCOL.md. */
export const CallbackSchema = v.pipe(v.string(), v.maxLength(2000), v.url());

/** Everything that determines an edit: the same request gives the same result (light engine: the same bytes). Exactly one of `instruction` and `operations`. */
export const EditRequestSchema = v.pipe(
  v.strictObject({
    source: DigestSchema,
    instruction: v.optional(
      v.pipe(
        v.string(),
        v.maxLength(LIMITS.instructionChars, `at most ${LIMITS.instructionChars} characters are read; say it in fewer words`),
      ),
    ),
    operations: v.optional(v.pipe(v.array(OperationSchema), v.minLength(1), v.maxLength(LIMITS.operations))),
    /** An adapter's name, or `auto`. */
    engine: v.optional(v.pipe(v.string(), v.maxLength(40))),
    /** Where in the picture, image pixels. */
    region: v.optional(
      v.pipe(
        RectSchema,
        v.check((r) => r.width > 0 && r.height > 0, "width and height must be above 0"),
      ),
    ),
    /** What must stay as it is, whatever else is asked: quads in image pixels, such as a logo's. */
    protect: v.optional(v.pipe(v.array(QuadSchema), v.maxLength(LIMITS.protectedAreas))),
    /** 8-bit picture of the source's size; white = may change. */
    mask: v.optional(DigestSchema),
    references: v.optional(v.pipe(v.array(DigestSchema), v.maxLength(LIMITS.references))),
    seed: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2 ** 32 - 1))),
    variants: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(LIMITS.variants))),
    options: v.optional(v.record(v.pipe(v.string(), v.maxLength(60)), OptionValue)),
    /** Engines off this machine that this one edit may be sent to, beside those allowed for good. Says nothing about the result. */
    allow: v.optional(v.pipe(v.array(v.pipe(v.string(), v.maxLength(40))), v.maxLength(16))),
    /** Told when the job has ended. Says nothing about the result and is not kept with the edit. */
    callback: v.optional(CallbackSchema),
    /** What a person has agreed to after being asked (`confirmation_needed`): it is kept with the edit. */
    confirmed: v.optional(v.pipe(v.array(ConfirmedSchema), v.maxLength(3))),
  }),
  v.check((r) => (r.instruction === undefined) !== (r.operations === undefined), "give exactly one of instruction and operations"),
);
export type EditRequest = v.InferOutput<typeof EditRequestSchema>;

/** Proof that only the mask changed: recompute the digests and compare. All SHA-256; `mask` over the bytes of the 8-bit mask, row-major. */
export const CertificateSchema = v.object({
  version: v.literal(1),
  source: DigestSchema,
  sourcePixels: DigestSchema,
  mask: DigestSchema,
  patch: DigestSchema,
  resultPixels: DigestSchema,
  settings: DigestSchema,
  /** The result's frame in the source's pixels, where it has another; the mask is then of that frame, set where the source has no pixel. */
  canvas: v.optional(RectSchema),
  engine: v.string(),
  createdAt: v.string(),
});
export type Certificate = v.InferOutput<typeof CertificateSchema>;

const PictureSchema = v.object({ width: v.number(), height: v.number(), sha256: DigestSchema });

export const TextReportSchema = v.object({
  original: v.string(),
  wanted: v.string(),
  /** The lines it was set in; absent where it stands in one. */
  lines: v.optional(v.array(v.string())),
  /** What OCR reads in the result at the place of the new string. */
  readBack: v.string(),
  quad: QuadSchema,
  style: TextStyleSchema,
  /** Set where the string is left to the canvas as live text: the corners of its ink, image pixels. The patch then is the plate alone. */
  live: v.optional(v.object({ ink: QuadSchema })),
  /** How well the original could be re-created from the fit, 0–1. */
  reconstruction: v.number(),
});
export type TextReport = v.InferOutput<typeof TextReportSchema>;

/** What was asked about the picture, and what was seen: `present` where the question has a yes or no, `at` where the things are. */
export const AnswerSchema = v.object({
  question: v.string(),
  /** One sentence for a person. */
  answer: v.string(),
  present: v.optional(v.boolean()),
  confidence: v.number(),
  at: v.array(v.object({ label: v.string(), rect: RectSchema, confidence: v.number() })),
  /** Shares of the picture, 0–1, commonest first; where colours were asked for. */
  colours: v.optional(v.array(v.object({ colour: v.string(), share: v.number() }))),
});
export type Answer = v.InferOutput<typeof AnswerSchema>;

/** The outcome of an edit, complete: what to place, where, what was understood, how sure, and the proof. */
export const EditResultSchema = v.object({
  plan: PlanSchema,
  engine: v.string(),
  /** Why this engine made it, one sentence. */
  choice: v.optional(v.string()),
  texts: v.array(TextReportSchema),
  confidence: v.number(),
  needsReview: v.boolean(),
  reasons: v.array(v.string()),
  /** Pixels outside the mask, counted by comparing source and result. `changed` must be 0. */
  outside: v.object({ pixels: v.number(), changed: v.number(), maxDiff: v.number() }),
  /** Where the patch lies in the source, image pixels, and the digest of its PNG. */
  patch: v.object({ x: v.number(), y: v.number(), width: v.number(), height: v.number(), sha256: DigestSchema }),
  source: PictureSchema,
  /** The whole picture after the edit (source under patch), as PNG. */
  result: PictureSchema,
  timingsMs: v.record(v.string(), v.number()),
  cache: v.picklist(["hit", "miss"]),
  seed: v.number(),
  warnings: v.array(v.string()),
  /** What of the edit a person had to confirm, and did. */
  confirmed: v.optional(v.array(ConfirmedSchema)),
  /** What `query` operations found; absent where nothing was asked. */
  answers: v.optional(v.array(AnswerSchema)),
  /** The patch is all that remains of the picture and stands in for the source, which must be hidden to see it: a layer above cannot erase. */
  cutOut: v.optional(v.literal(true)),
  /** Where the result lies in the source's pixels, where it has another frame: a crop, or a larger canvas. */
  canvas: v.optional(RectSchema),
  certificate: CertificateSchema,
});
export type EditResult = v.InferOutput<typeof EditResultSchema>;

export const JOB_STATES = ["queued", "running", "done", "failed", "cancelled"] as const;
/** A picture on the way to the result: the blob, of any pixel size, laid over this rectangle of the source, image pixels. */
export const PreviewSchema = v.object({ x: v.number(), y: v.number(), width: v.number(), height: v.number(), sha256: DigestSchema });
export type Preview = v.InferOutput<typeof PreviewSchema>;
/** `preview`: the latest, from its first appearance on; only where `options.preview` is true and the engine can show one. */
export const ProgressSchema = v.object({
  stage: v.picklist(STAGES),
  done: v.number(),
  total: v.number(),
  preview: v.optional(PreviewSchema),
});
export type Progress = v.InferOutput<typeof ProgressSchema>;

/** A job as the API and the socket show it. `result` only when done, `error` only when failed. */
export const JobViewSchema = v.object({
  id: v.pipe(v.string(), v.regex(/^[0-9a-z-]{8,64}$/)),
  status: v.picklist(JOB_STATES),
  progress: v.optional(ProgressSchema),
  result: v.optional(EditResultSchema),
  /** The second and further results of a request with `variants` > 1, in order. */
  variants: v.optional(v.array(EditResultSchema)),
  /** Public addresses of patch and whole picture, one pair for each variant, where the store has a public address. */
  links: v.optional(v.array(v.object({ patch: v.string(), result: v.string() }))),
  error: v.optional(EmendErrorSchema),
});
export type JobView = v.InferOutput<typeof JobViewSchema>;

export const FindResultSchema = v.object({
  texts: v.array(FoundTextSchema),
  width: v.number(),
  height: v.number(),
  timingsMs: v.record(v.string(), v.number()),
});
export type FindResult = v.InferOutput<typeof FindResultSchema>;

/** What an edit by this engine may take, as far as it is known. */
export const EstimateSchema = v.object({
  /** Whole seconds for one result, with the number of edits made here that this is the median of. */
  seconds: v.optional(v.object({ typical: v.number(), measured: v.number() })),
  /** Price of one result. `currency`: ISO 4217. List price where the provider publishes one, or what the person set. */
  price: v.optional(v.object({ amount: v.number(), currency: v.string(), basis: v.picklist(["list", "set"]) })),
});
export type Estimate = v.InferOutput<typeof EstimateSchema>;

/** What an engine lacks before it can work. */
export const MISSING = ["address", "key", "consent", "privacy", "model", "program", "running"] as const;
export type Missing = (typeof MISSING)[number];

/** What an engine can do and whether it can do it now. */
export const EngineViewSchema = v.object({
  name: v.string(),
  available: v.boolean(),
  /** Why not, and what to do, where `available` is false. */
  reason: v.optional(v.string()),
  local: v.boolean(),
  operations: v.array(v.string()),
  progress: v.picklist(["steps", "phases", "none"]),
  cancel: v.picklist(["hard", "queued", "client"]),
  cost: v.optional(v.picklist(["free", "paid"])),
  estimate: v.optional(EstimateSchema),
  /** Where pictures go, for engines off this machine, and whether the person agreed to that: `standing` for good, `environment` by variable. */
  consent: v.optional(v.object({ host: v.string(), given: v.boolean(), by: v.optional(v.picklist(["standing", "environment"])) })),
  missing: v.optional(v.array(v.picklist(MISSING))),
  /** Whether a key is stored, for engines that take one. The key itself is never told. */
  key: v.optional(v.picklist(["stored", "none", "not_needed"])),
});
export type EngineView = v.InferOutput<typeof EngineViewSchema>;
