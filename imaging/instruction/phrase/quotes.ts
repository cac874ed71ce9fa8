/** A quoted string: `start` and `end` enclose the marks, `content` is what stands between them, untouched. */
export interface Quote {
  readonly start: number;
  readonly end: number;
  readonly content: string;
}

/** Opening mark → marks that may close it, best first: people mix “ ” and " freely, so the exact partner is only preferred. */
const CLOSERS: Readonly<Record<string, readonly string[]>> = {
  "“": ["”", '"', "“", "＂"],
  "”": ["”", '"'],
  '"': ['"', "”", "＂"],
  "＂": ["＂", '"', "”"],
  "„": ["“", "”", '"'],
  "〝": ["〞", "〟"],
  "‘": ["’", "'", "‘"],
  "’": ["’", "'"],
  "'": ["'", "’"],
  "＇": ["＇", "'"],
  "‚": ["‘", "’"],
  "`": ["`", "´", "'"],
  "「": ["」"],
  "『": ["』"],
  "｢": ["｣"],
  "《": ["》"],
  "〈": ["〉"],
  "«": ["»"],
  "‹": ["›"],
  "【": ["】"],
};

const LATIN = /[\p{Script=Latin}\d]/u;
/** Marks that are also apostrophes: inside a word they quote nothing. */
const APOSTROPHES = "'’＇";

function opens(text: string, at: number): boolean {
  const mark = text[at] ?? "";
  if (!(mark in CLOSERS)) return false;
  return !(`${APOSTROPHES}"`.includes(mark) && LATIN.test(text[at - 1] ?? ""));
}

function closes(text: string, at: number): boolean {
  return !(APOSTROPHES.includes(text[at] ?? "") && LATIN.test(text[at + 1] ?? ""));
}

/** Where the quote opened at an index ends. Two single marks in a row are one double mark. */
function closingIndex(text: string, open: number): number {
  const doubled = text.startsWith("''", open) ? text.indexOf("''", open + 3) : -1;
  if (doubled !== -1) return doubled + 1;
  // Typed the wrong way round: ”A“ beside ”B“.
  const turned = text[open] === "”" ? text.indexOf("“", open + 1) : -1;
  if (turned !== -1 && !text.slice(open + 1, turned).includes("”")) return turned;
  for (const mark of CLOSERS[text[open] ?? ""] ?? []) {
    for (let at = text.indexOf(mark, open + 1); at !== -1; at = text.indexOf(mark, at + 1)) {
      if (closes(text, at)) return at;
    }
  }
  return -1;
}

/** Every quoted string of a text, left to right, outermost only. A mark without a partner quotes nothing. */
export function quotesIn(text: string): Quote[] {
  const quotes: Quote[] = [];
  for (let at = 0; at < text.length; at++) {
    if (!opens(text, at)) continue;
    const close = closingIndex(text, at);
    if (close === -1) continue;
    const width = text.startsWith("''", at) && text.startsWith("''", close - 1) && close > at + 2 ? 2 : 1;
    quotes.push({ start: at, end: close + 1, content: text.slice(at + width, close + 1 - width) });
    at = close;
  }
  return quotes;
}
