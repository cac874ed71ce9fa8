import type * as v from "valibot";
import { emendError, err, type Result } from "../../protocol/errors.ts";
import { readMessage } from "./read-message.ts";

/** The query of an address as the schema wants it: digits become numbers, each name may stand once. */
export function readQuery<const S extends v.GenericSchema>(schema: S, query: URLSearchParams): Result<v.InferOutput<S>> {
  const names = [...query.keys()];
  if (new Set(names).size < names.length) return err(emendError("bad_request", "Each name may stand in the query once."));
  // A digest of digits only would need luck of one in 10^13; a search for a number is text.
  const typed = [...query].map(([name, text]) => [name, name !== "search" && /^\d{1,15}$/.test(text) ? Number(text) : text] as const);
  return readMessage(schema, JSON.stringify(Object.fromEntries(typed)));
}
