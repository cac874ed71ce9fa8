import type { ErrorCode } from "../../protocol/errors.ts";

const STATUS: Partial<Record<ErrorCode, number>> = {
  unauthorized: 401,
  forbidden: 403,
  forbidden_host: 403,
  consent_needed: 403,
  confirmation_needed: 403,
  not_found: 404,
  job_not_found: 404,
  model_unknown: 404,
  blob_missing: 404,
  method_not_allowed: 405,
  cancelled: 409,
  payload_too_large: 413,
  image_too_large: 413,
  image_unsupported: 415,
  not_an_image: 422,
  image_truncated: 422,
  image_empty: 422,
  instruction_unclear: 422,
  text_not_found: 422,
  text_ambiguous: 422,
  unsupported_operation: 422,
  rate_limited: 429,
  internal: 500,
  storage_failed: 500,
  engine_failed: 502,
  download_failed: 502,
  engine_unavailable: 503,
  engine_timeout: 504,
  storage_full: 507,
  quota_exceeded: 507,
};

/** The HTTP status an error travels under; what is not listed is the caller's fault. */
export const statusOf = (code: ErrorCode): number => STATUS[code] ?? 400;
