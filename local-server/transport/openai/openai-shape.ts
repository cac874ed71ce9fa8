import type { EmendError } from "../../../protocol/errors.ts";

/** The kind of failure as OpenAI's clients sort them. */
function typeOf(status: number): string {
  if (status === 401) return "authentication_error";
  if (status === 403) return "permission_error";
  if (status === 404) return "not_found_error";
  if (status === 429) return "rate_limit_error";
  return status >= 500 ? "api_error" : "invalid_request_error";
}

const CODES: Readonly<Record<string, string>> = { unauthorized: "invalid_api_key", engine_unknown: "model_not_found" };

/**
 * A failure as OpenAI's clients read it: `{"error": {message, type, param, code}}`, with what to do in the message, since they show
 * nothing else. Only what is worth repeating at once may be repeated by them: an edit costs minutes or money.
 */
export async function openAiShape(response: Response): Promise<Response> {
  if (response.status < 400 || !response.headers.get("content-type")?.startsWith("application/json")) return response;
  const { error } = (await response.json()) as { readonly error: EmendError };
  const { code, message, help, details, retryable } = error;
  const status = code === "engine_unknown" ? 404 : response.status;
  const shaped = {
    message: help === undefined ? message : `${message} ${help}`,
    type: typeOf(status),
    param: typeof details?.param === "string" ? details.param : null,
    code: CODES[code] ?? code,
    retryable,
  };
  const headers = new Headers(response.headers);
  headers.set("x-should-retry", String(code === "rate_limited"));
  headers.delete("content-length");
  return new Response(JSON.stringify({ error: shaped }), { status, headers });
}
