import * as v from "valibot";
import { BatchIdSchema, BatchPageSchema, BatchRequestSchema } from "./batch.ts";
import { DigestSchema, EditRequestSchema, JobViewSchema } from "./edit.ts";
import { EmendErrorSchema } from "./errors.ts";
import { HistoryQuerySchema, ReviewRequestSchema } from "./history.ts";
import { LanguageSchema } from "./language.ts";
import { LIMITS } from "./limits.ts";
import { ModelIdSchema, ModelViewSchema } from "./models.ts";
import { OperationSchema } from "./plan.ts";
import { RectSchema } from "./text-style.ts";
import { VerifyRequestSchema } from "./verify.ts";

/**
 * Messages of `/api/v1/socket`. Text frames are JSON, one message each. Binary frames carry the bytes of one blob in order:
 * four bytes big-endian request id, then at most `LIMITS.socketChunkBytes` of payload. The sender of a blob announces its size
 * first (`blob.put`, or the reply to `blob.get`), so the receiver knows when it is whole.
 */
/** The id of a request, which its reply repeats. */
export const RequestIdSchema = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2 ** 32 - 1));
const Id = RequestIdSchema;
const Size = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(LIMITS.blobBytes));
const JobId = v.pipe(v.string(), v.regex(/^[0-9a-z-]{8,64}$/));

/** Strings asked about at once. */
export const LetteringSchema = v.pipe(
  v.array(v.pipe(v.string(), v.maxLength(LIMITS.instructionChars))),
  v.maxLength(LIMITS.letteringTexts),
);

export const ClientMessageSchema = v.variant("type", [
  v.strictObject({ type: v.literal("hello"), protocol: v.number(), client: v.pipe(v.string(), v.maxLength(60)) }),
  /** From now on sentences come in this language; English until then. Has no reply. */
  v.strictObject({ type: v.literal("language"), language: LanguageSchema }),
  v.strictObject({ type: v.literal("find"), id: Id, source: DigestSchema, region: v.optional(RectSchema) }),
  v.strictObject({
    type: v.literal("plan"),
    id: Id,
    instruction: v.pipe(v.string(), v.maxLength(LIMITS.instructionChars)),
    /** What earlier rounds asked of the same source: "make it larger" speaks of the last of them, and the plan holds them all. */
    after: v.optional(v.pipe(v.array(OperationSchema), v.maxLength(LIMITS.operations))),
    /** The picture meant: rules for prices come back as the table of replacements they make in it. */
    source: v.optional(DigestSchema),
  }),
  v.strictObject({
    type: v.literal("edit"),
    id: Id,
    key: v.pipe(v.string(), v.minLength(8), v.maxLength(100)),
    request: EditRequestSchema,
  }),
  v.strictObject({ type: v.literal("job.get"), id: Id, jobId: JobId }),
  v.strictObject({ type: v.literal("job.cancel"), id: Id, jobId: JobId }),
  v.strictObject({ type: v.literal("engines"), id: Id }),
  /** The person agreed, or no longer agrees, that pictures leave this machine for an engine. */
  v.strictObject({ type: v.literal("engine.consent"), id: Id, engine: v.pipe(v.string(), v.maxLength(40)), allowed: v.boolean() }),
  v.strictObject({ type: v.literal("history"), id: Id, query: HistoryQuerySchema }),
  /** Makes a version again by its recipe. */
  v.strictObject({ type: v.literal("history.again"), id: Id, entry: v.pipe(v.number(), v.integer(), v.minValue(1)) }),
  v.strictObject({ type: v.literal("review"), id: Id, jobId: JobId, review: ReviewRequestSchema }),
  /** Strings that shall be set: the library may have no face for one. */
  v.strictObject({ type: v.literal("lettering"), id: Id, texts: LetteringSchema }),
  /** A sentence of the plugin's main thread, to be read in the person's language: the companion holds the catalogue. */
  v.strictObject({ type: v.literal("say"), id: Id, message: v.pipe(v.string(), v.maxLength(LIMITS.spokenChars)) }),
  v.strictObject({ type: v.literal("verify"), id: Id, jobId: JobId, wanted: VerifyRequestSchema }),
  v.strictObject({
    type: v.literal("batch"),
    id: Id,
    key: v.pipe(v.string(), v.minLength(8), v.maxLength(100)),
    request: v.pipe(
      BatchRequestSchema,
      v.check(({ edits }) => edits.length <= LIMITS.socketBatchEdits, "send larger batches over HTTP"),
    ),
  }),
  v.strictObject({ type: v.literal("batch.get"), id: Id, batchId: BatchIdSchema, page: BatchPageSchema }),
  v.strictObject({ type: v.literal("batch.cancel"), id: Id, batchId: BatchIdSchema }),
  v.strictObject({ type: v.literal("diagnostics"), id: Id }),
  v.strictObject({ type: v.literal("models"), id: Id }),
  v.strictObject({ type: v.literal("model.install"), id: Id, model: ModelIdSchema }),
  v.strictObject({ type: v.literal("model.stop"), id: Id, model: ModelIdSchema }),
  v.strictObject({ type: v.literal("model.remove"), id: Id, model: ModelIdSchema }),
  v.strictObject({ type: v.literal("blob.has"), id: Id, sha256: DigestSchema }),
  v.strictObject({ type: v.literal("blob.put"), id: Id, size: Size, sha256: v.optional(DigestSchema) }),
  v.strictObject({ type: v.literal("blob.get"), id: Id, sha256: DigestSchema }),
]);
export type ClientMessage = v.InferOutput<typeof ClientMessageSchema>;

/** Replies by request type: find → FindResult · plan → Plan · edit → {jobId} · job.* → JobView · engines → {engines: EngineView[]} · engine.consent → EngineView · history → {entries: HistoryEntry[]} · history.again → {jobId} · review → Review · verify → VerifyAnswer · lettering → {settable: boolean[]} · say → {message} · batch → {batchId, total} · batch.get, batch.cancel → BatchView · diagnostics → what `GET /api/v1/diagnostics` says · models → ModelList · model.install → ModelView · model.stop → {stopped} · model.remove → {removed} · blob.has → {present} · blob.put → {sha256} · blob.get → {size}, then binary frames. */
export const ServerMessageSchema = v.variant("type", [
  v.object({ type: v.literal("welcome"), protocol: v.number(), companion: v.string() }),
  v.object({ type: v.literal("reply"), id: Id, value: v.unknown() }),
  v.object({ type: v.literal("failure"), id: v.optional(Id), error: EmendErrorSchema }),
  /** Sent on every change of a job this connection started or asked for. */
  v.object({ type: v.literal("job"), job: JobViewSchema }),
  /** Sent on every change of a model to connections that asked for the models; a few times a second during a download. */
  v.object({ type: v.literal("model"), model: ModelViewSchema }),
]);
export type ServerMessage = v.InferOutput<typeof ServerMessageSchema>;

/** Splits a blob into binary frames for request `id`. Each frame is a fresh copy. */
export function* blobFrames(id: number, bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at === 0 || at < bytes.length; at += LIMITS.socketChunkBytes) {
    yield blobFrame(id, bytes.subarray(at, at + LIMITS.socketChunkBytes));
  }
}

/** One binary frame: the id and a copy of `part`, which has at most `LIMITS.socketChunkBytes`. */
export function blobFrame(id: number, part: Uint8Array): Uint8Array {
  const frame = new Uint8Array(4 + part.length);
  new DataView(frame.buffer).setUint32(0, id);
  frame.set(part, 4);
  return frame;
}

/** Reads one binary frame: a view into it, not a copy; `undefined` where it is shorter than its header. */
export function readBlobFrame(frame: Uint8Array): { readonly id: number; readonly part: Uint8Array } | undefined {
  if (frame.length < 4) return undefined;
  return { id: new DataView(frame.buffer, frame.byteOffset).getUint32(0), part: frame.subarray(4) };
}
