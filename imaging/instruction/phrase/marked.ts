import { quotesIn } from "./quotes.ts";

/** Private-use characters, one for each quoted string: no turn of phrase reaches into what stands between quote marks. */
const FIRST_MARK = 0xe100;
const MOST_MARKS = 0x100;

/** A text whose quoted strings, marks and all, stand as one character each. */
export interface Marked {
  readonly text: string;
  readonly quotes: readonly string[];
}

/** `before` are the strings that marks of the text stand for already. */
export function marked(text: string, before: readonly string[] = []): Marked {
  const quotes: string[] = [...before];
  let out = "";
  let done = 0;
  for (const { start, end } of quotesIn(text).slice(0, MOST_MARKS - before.length)) {
    out += text.slice(done, start) + String.fromCharCode(FIRST_MARK + quotes.length);
    quotes.push(text.slice(start, end));
    done = end;
  }
  return { text: out + text.slice(done), quotes };
}

export const unmarked = ({ text, quotes }: Marked): string =>
  text.replace(/[\uE100-\uE1FF]/g, (mark) => quotes[mark.charCodeAt(0) - FIRST_MARK] ?? mark);
