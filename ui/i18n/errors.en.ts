import type { ErrorCode } from "../../protocol/errors.ts";

/**
 * What a person is told of an error: what happened, and why. The button comes from the session's remedy. The companion says why in the panel's
 * language, so only what the panel or Figma finds out, or what is said in other words, stands here.
 */
export interface ErrorWords {
  readonly what: string;
  readonly why?: string;
}

/** Codes of failures the panel or the plugin's main thread finds, which word them in English; and those the panel says in its own words. */
export const OWN_CODES = [
  "bad_request",
  "cancelled",
  "companion_unreachable",
  "connection_lost",
  "digest_mismatch",
  "empty_instruction",
  "engine_failed",
  "engine_timeout",
  "image_empty",
  "image_too_large",
  "insertion_failed",
  "internal",
  "job_not_found",
  "no_selection",
  "protocol_mismatch",
  "selection_not_editable",
  "text_ambiguous",
  "text_not_found",
  "unauthorized",
] as const satisfies readonly ErrorCode[];
export type OwnCode = (typeof OWN_CODES)[number];

export const errorsEn: Record<ErrorCode, ErrorWords> = {
  bad_request: { what: "That could not be sent" },
  bad_usage: { what: "That could not be sent" },
  empty_instruction: { what: "Nothing to do yet" },
  instruction_unclear: { what: "One question first" },
  text_not_found: { what: "That text is not in the picture", why: "No found text matches the one you named." },
  text_ambiguous: { what: "That text is there more than once", why: "It is not clear which of them you mean." },
  no_selection: { what: "No layer is selected" },
  selection_not_editable: { what: "This layer cannot be edited" },
  unsupported_operation: { what: "No engine here can do that" },
  not_an_image: { what: "This is not a picture" },
  image_truncated: { what: "The picture is incomplete" },
  image_too_large: { what: "The picture is too large" },
  image_empty: { what: "The layer is empty" },
  image_unsupported: { what: "This kind of picture is not supported" },
  digest_mismatch: { what: "The picture arrived damaged" },
  blob_missing: { what: "The companion no longer has this layer" },
  engine_unknown: { what: "That engine does not exist" },
  consent_needed: { what: "This would leave your machine" },
  confirmation_needed: { what: "One question before this is done" },
  engine_unavailable: { what: "The engine is not ready" },
  engine_failed: { what: "The engine gave up" },
  engine_timeout: { what: "This took too long" },
  model_unknown: { what: "That model does not exist" },
  download_failed: { what: "The model could not be fetched" },
  unauthorized: { what: "The companion did not accept the token", why: "It belongs to another companion, or was renewed." },
  forbidden: { what: "This is not allowed with your access" },
  forbidden_host: { what: "The companion refused this address" },
  not_found: { what: "Not found" },
  method_not_allowed: { what: "That could not be sent" },
  protocol_mismatch: { what: "Plugin and companion do not match", why: "They are of different versions." },
  payload_too_large: { what: "That is too much at once" },
  rate_limited: { what: "Too many requests" },
  quota_exceeded: { what: "The team’s storage is used up" },
  companion_unreachable: { what: "The companion is not reachable", why: "It is not running, or this app may not talk to it." },
  connection_lost: { what: "The connection was lost", why: "The companion stopped, or the link was cut." },
  job_not_found: { what: "The edit is gone" },
  cancelled: { what: "Cancelled" },
  verify_failed: { what: "The result did not pass its check" },
  storage_full: { what: "The disk is full" },
  storage_failed: { what: "Storing failed" },
  insertion_failed: { what: "The result could not be placed" },
  internal: { what: "Something went wrong" },
};
