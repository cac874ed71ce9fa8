import * as v from "valibot";
import { emendError, err, ok, type Result } from "../../protocol/errors.ts";

const KeySchema = v.optional(v.pipe(v.string(), v.minLength(8), v.maxLength(100)));

/** The key a request may carry, under which the same request is the same work; `bad_request` where it is too short or too long. */
export function idempotencyKeyOf(request: Request): Result<string | undefined> {
  const key = v.safeParse(KeySchema, request.headers.get("idempotency-key") ?? undefined);
  return key.success ? ok(key.output) : err(emendError("bad_request", "An Idempotency-Key has 8 to 100 characters."));
}
