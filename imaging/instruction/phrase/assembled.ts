import type { Phrase } from "./phrase.ts";

/** A stretch of a sentence by its indices. */
export type Span = readonly [start: number, end: number];

const LATIN = /[\p{Script=Latin}\d]/u;
/** Whether two stretches put side by side would run two words into one. */
const runsTogether = (left: string, right: string): boolean => LATIN.test(left.slice(-1)) && LATIN.test(right.slice(0, 1));

/** A sentence of its own, put together from stretches of another; quoted strings stay what they were. */
export function assembled({ sentence }: Phrase, spans: readonly Span[]): Phrase {
  const literals = new Map<number, string>();
  let raw = "";
  let key = "";
  for (const [start, end] of spans) {
    const next = sentence.key.slice(start, end);
    const gap = runsTogether(key, next) ? " " : "";
    const shift = key.length + gap.length - start;
    raw += gap + sentence.raw.slice(start, end);
    key += gap + next;
    for (const [at, literal] of sentence.literals) if (at >= start && at < end) literals.set(at + shift, literal);
  }
  return { sentence: { raw, key, literals }, start: 0, end: key.length, key };
}
