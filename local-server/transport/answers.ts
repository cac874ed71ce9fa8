import type { EmendError, Result } from "../../protocol/errors.ts";
import { statusOf } from "./http-status.ts";

const JSON_HEADERS = { "content-type": "application/json; charset=utf-8" };

export const answerJson = (value: unknown, status = 200): Response =>
  new Response(JSON.stringify(value), { status, headers: JSON_HEADERS });

/** The one shape of every failure: `{"error": {code, message, stage?, retryable, help?, details?}}`. */
export function answerError(error: EmendError, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(JSON.stringify({ error }), { status: statusOf(error.code), headers: { ...JSON_HEADERS, ...headers } });
}

export const answer = <T>(result: Result<T>, show: (value: T) => Response): Response =>
  result.ok ? show(result.value) : answerError(result.error);
