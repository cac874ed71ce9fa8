/** What a log field may be: a code, an id, a place in our code. Words of people, paths and secrets have spaces, slashes or length. */
const PLAIN = /^[\w.:+-]{0,39}$/;
const DIGEST = /^[0-9a-f]{64}$/;

/** The last net under the rule that fields name things by id and code: a string that is neither is not written. */
export function redact<T>(value: T): T | "[redacted]" {
  if (typeof value !== "string" || PLAIN.test(value) || DIGEST.test(value)) return value;
  return "[redacted]";
}
