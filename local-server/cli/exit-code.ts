import type { ErrorCode } from "../../protocol/errors.ts";
import type { ExitCode } from "./command.ts";

const BAD_INPUT: ReadonlySet<ErrorCode> = new Set([
  "bad_request",
  "bad_usage",
  "empty_instruction",
  "instruction_unclear",
  "text_not_found",
  "text_ambiguous",
  "unsupported_operation",
  "confirmation_needed",
  "not_an_image",
  "image_truncated",
  "image_too_large",
  "image_empty",
  "image_unsupported",
  "payload_too_large",
  "engine_unknown",
  "model_unknown",
  "not_found",
  "job_not_found",
]);

export function exitCodeOf(code: ErrorCode): ExitCode {
  if (code === "engine_unavailable" || code === "consent_needed") return 4;
  return BAD_INPUT.has(code) ? 2 : 1;
}
