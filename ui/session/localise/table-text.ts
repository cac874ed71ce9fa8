/** Strings by language: each row one string of the picture, each cell its wording in the locale of its column. */
export interface LocaleTable {
  readonly locales: readonly string[];
  readonly rows: readonly LocaleRow[];
}

export interface LocaleRow {
  readonly from: string;
  /** One for each locale, in order; empty where the string stays as it is. */
  readonly cells: readonly string[];
}

/** One record of cells from `text` at `at`, quotes as in RFC 4180; `next` is where the following one begins. */
function readRecord(text: string, start: number, separator: string): { readonly cells: readonly string[]; readonly next: number } {
  const cells: string[] = [];
  let cell = "";
  let quoted = false;
  for (let at = start; at < text.length; at++) {
    const char = text[at]!;
    if (quoted && char === '"' && text[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else if (char === '"' && (quoted || cell === "")) quoted = !quoted;
    else if (!quoted && char === separator) {
      cells.push(cell);
      cell = "";
    } else if (!quoted && char === "\n") return { cells: [...cells, cell], next: at + 1 };
    else cell += char;
  }
  return { cells: [...cells, cell], next: text.length };
}

function readRecords(text: string, separator: string): readonly (readonly string[])[] {
  const records: (readonly string[])[] = [];
  for (let at = 0; at < text.length; ) {
    const { cells, next } = readRecord(text, at, separator);
    if (cells.some((cell) => cell.trim() !== "")) records.push(cells.map((cell) => cell.trim()));
    at = next;
  }
  return records;
}

/** A component property's value: Figma reads `,` and `=` in it as something else. */
const asLocale = (name: string): string => name.replace(/[,=]/g, " ").trim();

/** A table of strings × languages, CSV or TSV with a line of languages at its head; `undefined` where it has no language or no string. */
export function readTable(text: string): LocaleTable | undefined {
  const plain = text.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n");
  const head = plain.slice(0, plain.indexOf("\n"));
  const separator = head.includes("\t") ? "\t" : head.includes(";") && !head.includes(",") ? ";" : ",";
  const [titles = [], ...records] = readRecords(plain, separator);
  const locales = titles.slice(1).map(asLocale);
  const rows = records.flatMap(([from = "", ...cells]) => (from === "" ? [] : [{ from, cells: locales.map((_, i) => cells[i] ?? "") }]));
  return locales.some((locale) => locale !== "") && rows.length > 0 ? { locales, rows } : undefined;
}

const quoted = (cell: string): string => (/["\t\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** The table as TSV, which spreadsheets take from the clipboard. */
export const writeTable = ({ locales, rows }: LocaleTable): string =>
  [["source", ...locales], ...rows.map(({ from, cells }) => [from, ...cells])].map((line) => line.map(quoted).join("\t")).join("\n");

/** A table of these strings with nothing translated; each string once. */
export const tableOf = (strings: readonly string[], locales: readonly string[]): LocaleTable => ({
  locales,
  rows: [...new Set(strings)].map((from) => ({ from, cells: locales.map(() => "") })),
});
