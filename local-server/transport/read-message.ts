import * as v from "valibot";
import { emendError, err, ok, type Result } from "../../protocol/errors.ts";

const MAX_COMPLAINT = 200;

/** Parses and validates one JSON document from outside. `bad_request` names the field and what is wrong with it. */
export function readMessage<const S extends v.GenericSchema>(schema: S, text: string): Result<v.InferOutput<S>> {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    return err(emendError("bad_request", "The message is not JSON."));
  }
  const parsed = v.safeParse(schema, document);
  if (parsed.success) return ok(parsed.output);
  const issue = parsed.issues[0];
  const field = v.getDotPath(issue);
  const help = "See docs/PROTOCOL.md.";
  if (field !== null && issue.input === undefined)
    return err(emendError("bad_request", `The message is not valid: ${field} is missing.`, { help }));
  const complaint = `${field === null ? "" : `${field}: `}${issue.message}`.slice(0, MAX_COMPLAINT);
  return err(emendError("bad_request", `The message is not valid: ${complaint}.`, { help }));
}
