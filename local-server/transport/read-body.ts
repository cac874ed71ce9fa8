import type * as v from "valibot";
import { emendError, err, ok, type Result } from "../../protocol/errors.ts";
import { LIMITS } from "../../protocol/limits.ts";
import { readMessage } from "./read-message.ts";

const tooLarge = (limit: number) => err(emendError("payload_too_large", `A JSON body may have at most ${limit / 1024} kB.`));

/** Body bytes as they come; nothing where the request has no body. */
export async function* bodyParts(request: Request): AsyncGenerator<Uint8Array> {
  if (request.body !== null) for await (const part of request.body) yield part;
}

async function readText(request: Request, limit: number): Promise<Result<string>> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of bodyParts(request)) {
    size += part.length;
    if (size > limit) return tooLarge(limit);
    parts.push(part);
  }
  return ok(Buffer.concat(parts).toString("utf8"));
}

/** The JSON body of a request, validated. Another content type is refused, so that no plain HTML form reaches a route. */
export async function readBody<const S extends v.GenericSchema>(
  schema: S,
  request: Request,
  limit: number = LIMITS.jsonBytes,
): Promise<Result<v.InferOutput<S>>> {
  if (!/^application\/json\b/i.test(request.headers.get("content-type") ?? "")) {
    return err(emendError("bad_request", "Send JSON with content-type application/json."));
  }
  if (Number(request.headers.get("content-length") ?? 0) > limit) return tooLarge(limit);
  const text = await readText(request, limit);
  return text.ok ? readMessage(schema, text.value) : text;
}
