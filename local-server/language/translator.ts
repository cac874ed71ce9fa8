import { filled, readTemplate, slotsIn, type Template, weightOf } from "./template.ts";

/** English to another language, both with numbered slots. */
export type Catalogue = Readonly<Record<string, string>>;

export interface Vocabulary {
  /** What is said by itself. */
  readonly sentences: Catalogue;
  /** What is only said within a sentence: places, operations, pieces put together. */
  readonly phrases: Catalogue;
}

/** In the other language; what is not known comes back as it is. */
export type Translate = (text: string) => string;

export interface Translator {
  /** What is said by itself. */
  readonly sentence: Translate;
  /** What is said within something: a sentence, or a piece of one. */
  readonly piece: Translate;
}

interface Entry extends Template {
  readonly says: string;
}

/** Sentences kept at hand: a batch says the same few hundreds of times. */
const REMEMBERED = 2000;
/** Slots within slots; what people write is not taken apart for ever. */
const DEEPEST = 4;
const QUOTE_BEFORE = /[“"‘「『]$/;
/** Between two sentences, outside quotes as far as a mark alone can tell. */
const BOUNDARY = /(?<=[.?!]) (?=[\p{Lu}“"…]|emend )/gu;
/** Marks between the items of a list, and what they become. */
const LISTS = { "; ": "；", ", ": "、", " · ": " · " } as const;
/** Quoted things in a row. */
const QUOTED_LIST = /^“[^”]*”(?:, “[^”]*”)+$/;

const entriesOf = (catalogue: Catalogue): readonly Entry[] =>
  Object.entries(catalogue)
    .map(([text, says]) => ({ ...readTemplate(text), says }))
    .sort((a, b) => weightOf(b) - weightOf(a));

/** Speaks the language of `vocabulary`: what people wrote, names and numbers stay as they are, pieces of a sentence are translated too. */
export function createTranslator({ sentences, phrases }: Vocabulary): Translator {
  const whole = entriesOf(sentences);
  const parts = entriesOf({ ...sentences, ...phrases });
  const known = new Map<string, string>();

  const find = (text: string, entries: readonly Entry[], depth: number): string | undefined => {
    for (const entry of entries) {
      const values = slotsIn(text, entry);
      if (values === undefined) continue;
      const said = values.map((value, i) => slot(value, entry.literals[i]!, depth));
      return filled(entry.says, said, values);
    }
    return undefined;
  };

  /** Quoted words are somebody's own. */
  const slot = (value: string, before: string, depth: number): string =>
    value === "" || QUOTE_BEFORE.test(before) || depth >= DEEPEST ? value : phrase(value, depth + 1);

  const listed = (value: string, mark: keyof typeof LISTS, depth: number): string | undefined => {
    const items = value.split(mark);
    if (items.length < 2) return undefined;
    const said = items.map((item) => find(item, parts, depth));
    return said.every((item) => item !== undefined) ? said.join(LISTS[mark]) : undefined;
  };

  const phrase = (value: string, depth: number): string => {
    if (QUOTED_LIST.test(value)) return value.replaceAll("”, “", "”、“");
    return (
      listed(value, " · ", depth) ??
      find(value, parts, depth) ??
      listed(value, "; ", depth) ??
      listed(value, ", ", depth) ??
      inSentences(value, depth) ??
      value
    );
  };

  /** Several sentences in one text, where every one of them is known. */
  const inSentences = (text: string, depth: number): string | undefined => {
    for (const { index } of text.matchAll(BOUNDARY)) {
      const head = find(text.slice(0, index), whole, depth);
      if (head === undefined) continue;
      const rest = text.slice(index + 1);
      const tail = find(rest, whole, depth) ?? inSentences(rest, depth);
      if (tail !== undefined) return head + tail;
    }
    return undefined;
  };

  const sentence: Translate = (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const said = find(text, whole, 0) ?? inSentences(text, 0) ?? text;
    if (known.size >= REMEMBERED) known.clear();
    known.set(text, said);
    return said;
  };
  return { sentence, piece: (text) => phrase(text, 0) };
}
