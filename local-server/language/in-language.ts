import type { Language } from "../../protocol/language.ts";
import type { Translate } from "./translator.ts";
import { translatorFor } from "./translator-for.ts";

/** The fields of every answer that hold Emend's own sentences; all others are data, or people's own words. */
const SPOKEN: ReadonlySet<string> = new Set([
  "message",
  "help",
  "reason",
  "reasons",
  "warnings",
  "notes",
  "clarify",
  "answer",
  "choice",
  "title",
  "use",
  "detail",
]);

function spoken(value: unknown, translate: Translate): unknown {
  if (typeof value === "string") return translate(value);
  if (Array.isArray(value) && value.every((item) => typeof item === "string")) return value.map(translate);
  return told(value, translate);
}

function told(value: unknown, translate: Translate): unknown {
  if (Array.isArray(value)) return value.map((item) => told(item, translate));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, SPOKEN.has(key) ? spoken(item, translate) : told(item, translate)]),
  );
}

/** A JSON document with Emend's sentences in `language`; the same document for English. What is stored and digested stays English. */
export function inLanguage<T>(document: T, language: Language): T {
  const translator = translatorFor(language);
  return translator === undefined ? document : (told(document, translator.sentence) as T);
}
