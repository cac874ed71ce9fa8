import type { EmendError, Result } from "../../protocol/errors.ts";
import type { BlobReader } from "../store/blob-store.ts";
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

/** The bytes as the client takes them: a slow one costs one part of memory, one that goes away costs nothing more. */
export function answerBlob(blob: BlobReader, type: string): Response {
  const parts = blob.parts()[Symbol.asyncIterator]();
  const body = new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const next = await parts.next();
      if (next.done === true) controller.close();
      else controller.enqueue(next.value);
    },
    cancel: async () => void (await parts.return?.()),
  });
  return new Response(body, { headers: { "content-type": type, "content-length": String(blob.size) } });
}
