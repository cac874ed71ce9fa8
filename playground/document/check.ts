import * as v from "valibot";
import { fail } from "./figma-error.ts";

const pathOf = (issue: v.BaseIssue<unknown>): string =>
  (issue.path ?? []).map((p) => (typeof p.key === "number" ? `[${p.key}]` : `.${String(p.key)}`)).join("");

function explain(issue: v.BaseIssue<unknown>): string {
  const path = pathOf(issue);
  const at = path === "" ? "" : ` at ${path}`;
  if (issue.received === "undefined") return `Required value missing${at}`;
  if (issue.type === "strict_object") return `Unrecognized key(s) in object: ${issue.received}${at}`;
  if (issue.expected === null) return `Invalid value${at}`;
  const received = issue.received.startsWith('"') ? `'${issue.received.slice(1, -1)}'` : issue.received.toLowerCase();
  return `Expected ${issue.expected.replaceAll('"', "'")}, received ${received}${at}`;
}

/** The value if the schema accepts it; otherwise throws with the words of Figma's own validator. */
export function check<S extends v.GenericSchema>(method: string, property: string, schema: S, value: unknown): v.InferOutput<S> {
  const parsed = v.safeParse(schema, value);
  if (parsed.success) return parsed.output;
  return fail(method, `Property "${property}" failed validation: ${explain(parsed.issues[0])}`);
}
