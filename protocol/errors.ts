import * as v from "valibot";

/** Every expected failure has one of these codes; `docs/PROTOCOL.md` explains each. Bugs throw and become `internal`. */
export const ERROR_CODES = [
  // the request
  "bad_request",
  "bad_usage",
  "empty_instruction",
  "instruction_unclear",
  "text_not_found",
  "text_ambiguous",
  "no_selection",
  "selection_not_editable",
  "unsupported_operation",
  // the picture
  "not_an_image",
  "image_truncated",
  "image_too_large",
  "image_empty",
  "image_unsupported",
  "digest_mismatch",
  "blob_missing",
  // engines
  "engine_unknown",
  "engine_unavailable",
  "consent_needed",
  "confirmation_needed",
  "engine_failed",
  "engine_timeout",
  // models
  "model_unknown",
  "download_failed",
  // the door
  "unauthorized",
  "forbidden",
  "forbidden_host",
  "not_found",
  "method_not_allowed",
  "protocol_mismatch",
  "payload_too_large",
  "rate_limited",
  "quota_exceeded",
  // the house
  "companion_unreachable",
  "connection_lost",
  "job_not_found",
  "cancelled",
  "verify_failed",
  "storage_full",
  "storage_failed",
  "insertion_failed",
  "internal",
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/** The stages of an edit, in order; errors and timings name them. */
export const STAGES = [
  "decode",
  "understand",
  "route",
  "find",
  "fit",
  "plate",
  "typeset",
  "engine",
  "register",
  "composite",
  "judge",
  "encode",
  "store",
] as const;
export type Stage = (typeof STAGES)[number];

/**
 * An expected failure as a value, and its shape on the wire (`{"error": …}`).
 * `message` is one sentence for a person: what happened and why; `help` says what to do. Neither carries paths, keys or stack traces.
 * `details` is machine-readable, such as the texts that are there when the wanted one is not.
 */
export const EmendErrorSchema = v.object({
  code: v.picklist(ERROR_CODES),
  message: v.string(),
  stage: v.optional(v.picklist(STAGES)),
  retryable: v.boolean(),
  help: v.optional(v.string()),
  details: v.optional(v.record(v.string(), v.unknown())),
});
export type EmendError = v.InferOutput<typeof EmendErrorSchema>;

export type Result<T, E = EmendError> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });
export const err = <E>(error: E): { readonly ok: false; readonly error: E } => ({ ok: false, error });

const RETRYABLE: ReadonlySet<ErrorCode> = new Set([
  "engine_timeout",
  "rate_limited",
  "companion_unreachable",
  "connection_lost",
  "storage_full",
  "engine_unavailable",
]);

/** Builds an error; `retryable` follows from the code unless given. */
export function emendError(code: ErrorCode, message: string, more: Partial<Omit<EmendError, "code" | "message">> = {}): EmendError {
  return { code, message, retryable: RETRYABLE.has(code), ...more };
}

/** Marks a `switch` over a union as complete: the compiler refuses a call with anything but `never`. */
export function exhaustive(value: never): never {
  throw new Error(`unhandled case: ${JSON.stringify(value)}`);
}
