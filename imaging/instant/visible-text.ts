import type { Operation } from "../../protocol/plan.ts";

/** Marks that join or part letters in scripts whose letters join. */
const JOINING_SCRIPTS = /[\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Khmer}]/u;

/** A wording without what cannot be seen and comes along with pasted text: marks of width nought, directions, controls; every space of one kind, every line end too. */
export function visibleText(text: string): string {
  const plain = text
    .replace(/\r\n?|[\u2028\u2029\v\f]/gu, "\n")
    .replace(/[\t\u00a0\u2000-\u200a\u202f\u205f]/gu, " ")
    .replace(/(?![\n\u200c\u200d])(?:\p{Cc}|\p{Cf}|\ufe0e|\ufe0f)/gu, "");
  return JOINING_SCRIPTS.test(plain) ? plain : plain.replace(/\u200c|\u200d/gu, "");
}

/** The operation with its wordings as they can be seen. */
export function visibly(operation: Operation): Operation {
  const { text } = operation;
  if (text === undefined) return operation;
  const seen = Object.fromEntries(Object.entries(text).map(([key, words]) => [key, words === undefined ? words : visibleText(words)]));
  return { ...operation, text: seen };
}
