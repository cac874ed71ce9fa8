import type { Language } from "../../protocol/language.ts";

const KINDS = {
  /** Day and time, in figures. */
  short: { dateStyle: "short", timeStyle: "short" },
  full: { dateStyle: "medium", timeStyle: "medium" },
} as const;

const made = new Map<string, Intl.DateTimeFormat>();

/** A moment (ISO 8601) in the words of a language. A formatter costs far more than a moment, so each is made once. */
export function timeIn(language: Language, kind: keyof typeof KINDS, moment: string): string {
  const key = `${language} ${kind}`;
  const format = made.get(key) ?? new Intl.DateTimeFormat(language, KINDS[kind]);
  made.set(key, format);
  return format.format(new Date(moment));
}
