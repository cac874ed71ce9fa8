import { fold, QUOTED } from "./fold.ts";
import { quotesIn } from "./quotes.ts";

/** An instruction with its quoted strings lifted out: `raw` as written, `key` folded for matching, unit for unit the same length. */
interface Sentence {
  readonly raw: string;
  readonly key: string;
  readonly literals: ReadonlyMap<number, string>;
}

/** A stretch of a sentence. Patterns match its `key`; words are taken from the sentence as written. */
export interface Phrase {
  readonly sentence: Sentence;
  readonly start: number;
  readonly end: number;
  readonly key: string;
}

/** Quoted strings become one marker between spaces, so that "change'A'to'B'" reads like the spaced form. */
export function phraseOf(text: string): Phrase {
  const literals = new Map<number, string>();
  let raw = "";
  let key = "";
  let done = 0;
  for (const quote of quotesIn(text)) {
    const plain = text.slice(done, quote.start);
    raw += `${plain} ${QUOTED} `;
    key += `${fold(plain)} `;
    literals.set(key.length, quote.content.replaceAll("\\n", "\n"));
    key += `${QUOTED} `;
    done = quote.end;
  }
  const sentence = { raw: raw + text.slice(done), key: key + fold(text.slice(done)), literals };
  return span(sentence, 0, sentence.key.length);
}

function span(sentence: Sentence, start: number, end: number): Phrase {
  return { sentence, start, end, key: sentence.key.slice(start, end) };
}

/** The part between two indices of the phrase's own `key`. */
export function part(phrase: Phrase, from: number, to = phrase.key.length): Phrase {
  return span(phrase.sentence, phrase.start + from, phrase.start + to);
}

/** From the start of one phrase to the end of a later one of the same sentence, with whatever lies between. */
export function joined(first: Phrase, last: Phrase): Phrase {
  return span(first.sentence, first.start, last.end);
}

/** Without the spaces and punctuation at its edges. */
export function trimmed(phrase: Phrase): Phrase {
  const lead = /^[\s,;:!?、。~…]*/.exec(phrase.key)?.[0].length ?? 0;
  let end = phrase.key.length;
  while (end > lead && /[\s,;:!?、。~…]/.test(phrase.key[end - 1] ?? "")) end--;
  return part(phrase, lead, end);
}

/** The words as written, trimmed; stray quote marks without a partner are dropped. */
export function wordsOf(phrase: Phrase): string {
  const { raw } = phrase.sentence;
  const { start, end } = trimmed(phrase);
  let words = "";
  const { literals } = phrase.sentence;
  for (let at = start; at < end; at++) {
    const padding = literals.has(at - 1) || literals.has(at + 1);
    words += literals.get(at) ?? (padding ? "" : raw[at]);
  }
  return words
    .replace(/\s+/g, " ")
    .replace(/^[“”"「『《]|[“”"」』》]$/g, "")
    .trim();
}

/** The quoted strings of a phrase, in order, exactly as written between their marks. */
export function literalsOf(phrase: Phrase): string[] {
  const found: string[] = [];
  for (let at = phrase.start; at < phrase.end; at++) {
    const literal = phrase.sentence.literals.get(at);
    if (literal !== undefined) found.push(literal);
  }
  return found;
}

export const hasLiteral = (phrase: Phrase): boolean => phrase.key.includes(QUOTED);
export const isBlank = (phrase: Phrase): boolean => trimmed(phrase).key === "";

/** What a pattern found: `of` gives a named group as a phrase, `before` and `after` what lies around the match. */
export interface Found {
  readonly before: Phrase;
  readonly match: Phrase;
  readonly after: Phrase;
  of(name: string): Phrase | undefined;
}

/** Matches the phrase's folded text. The pattern needs the `d` flag for its groups. */
export function find(phrase: Phrase, pattern: RegExp): Found | undefined {
  const hit = pattern.exec(phrase.key);
  if (hit === null) return undefined;
  const end = hit.index + hit[0].length;
  return {
    before: part(phrase, 0, hit.index),
    match: part(phrase, hit.index, end),
    after: part(phrase, end),
    of: (name) => {
      const at = hit.indices?.groups?.[name];
      return at === undefined ? undefined : trimmed(part(phrase, at[0], at[1]));
    },
  };
}

/** The phrase without what the pattern matches at its start or end, trimmed; the phrase itself where it does not match. */
export function without(phrase: Phrase, pattern: RegExp): Phrase {
  const hit = pattern.exec(phrase.key);
  if (hit === null || hit[0] === "") return phrase;
  return trimmed(hit.index === 0 ? part(phrase, hit[0].length) : part(phrase, 0, hit.index));
}
