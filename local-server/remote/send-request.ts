import { emendError, err, ok, type Result } from "../../protocol/errors.ts";

export interface RemoteRequest {
  readonly url: string;
  readonly method?: "GET" | "POST" | "DELETE";
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | FormData;
  /** From the first byte sent to the last one read. */
  readonly deadlineMs: number;
  /** Answers beyond this end the exchange; default 64 MiB. */
  readonly maxBytes?: number;
  /** Hears a successful answer as it comes, lent; `true` ends the reading, as for streams that stay open. */
  onPart?(part: Uint8Array): boolean;
}

export interface RemoteAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Uint8Array;
}

const MAX_BYTES = 64 * 1024 * 1024;
const UNREACHABLE = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH", "UND_ERR_CONNECT_TIMEOUT"]);

async function readLimited(response: Response, { maxBytes = MAX_BYTES, onPart }: RemoteRequest): Promise<Uint8Array | undefined> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    size += part.byteLength;
    if (size > maxBytes) return undefined;
    parts.push(part);
    if (response.ok && onPart?.(part) === true) break;
  }
  return Buffer.concat(parts);
}

function faultOf(cause: unknown, deadline: AbortSignal, signal: AbortSignal): Result<never> {
  if (signal.aborted) return err(emendError("cancelled", "The edit was cancelled.", { stage: "engine", retryable: true }));
  if (deadline.aborted) return err(emendError("engine_timeout", "The engine did not answer in time.", { stage: "engine" }));
  const code = (cause as { cause?: { code?: string } }).cause?.code ?? "";
  if (UNREACHABLE.has(code))
    return err(
      emendError("engine_unavailable", "The engine cannot be reached.", {
        stage: "engine",
        help: "Check that it runs, its address and your network.",
      }),
    );
  return err(emendError("engine_failed", "The connection to the engine broke.", { stage: "engine", retryable: true, help: "Try again." }));
}

/**
 * One HTTP exchange, bounded in time and size. Any status is an answer; redirects are not followed, so that a key never travels on.
 * Codes: `cancelled` `engine_timeout` `engine_unavailable` (nobody listens) `engine_failed` (broken off, or larger than allowed).
 */
export async function sendRequest(request: RemoteRequest, signal: AbortSignal): Promise<Result<RemoteAnswer>> {
  const { url, method = "GET", headers = {}, body, deadlineMs } = request;
  const deadline = AbortSignal.timeout(deadlineMs);
  const both = AbortSignal.any([signal, deadline]);
  try {
    const response = await fetch(url, { method, headers, redirect: "manual", signal: both, ...(body !== undefined && { body }) });
    const bytes = await readLimited(response, request);
    if (bytes !== undefined) return ok({ status: response.status, headers: response.headers, bytes });
    return err(emendError("engine_failed", "The engine's answer is larger than allowed.", { stage: "engine" }));
  } catch (cause) {
    return faultOf(cause, deadline, signal);
  }
}
