import { readFile } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { parse } from "csv-parse/sync";
import { emendError, err, ok, type Result } from "../../../protocol/errors.ts";

/** A table of cells as a person's spreadsheet saves it: comma, semicolon or tab between cells, quotes, any line ends, UTF-8 with or without mark. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly Readonly<Record<string, string>>[];
}

const DELIMITERS = [",", ";", "\t"];
const wrong = (message: string): Result<never> =>
  err(emendError("bad_usage", message, { help: "The first line names the columns; emend batch --help shows which." }));

/** The separator that divides the first line into most cells. */
function delimiterOf(text: string): string {
  const head = text.slice(0, text.search(/\r|\n|$/));
  return [...DELIMITERS].sort((a, b) => head.split(b).length - head.split(a).length)[0]!;
}

/** Parses a table; `bad_usage` says what is wrong with it. Empty lines are left out, cells trimmed. */
export function parseTable(text: string): Result<Table> {
  let records: string[][];
  try {
    const shape = { bom: true, delimiter: delimiterOf(text), trim: true, skip_empty_lines: true, skip_records_with_empty_values: true };
    records = parse(text, { ...shape, relax_column_count: true }) as string[][];
  } catch (error) {
    return wrong(`The table cannot be read: ${error instanceof Error ? error.message.split("\n")[0] : "it is damaged"}.`);
  }
  const [columns = [], ...rows] = records;
  if (columns.length === 0 || rows.length === 0) return wrong("The table has no rows.");
  if (new Set(columns).size < columns.length) return wrong("Two columns of the table have the same name.");
  const long = rows.findIndex((row) => row.length > columns.length);
  if (long >= 0) return wrong(`Row ${long + 2} of the table has more cells than the first line has names.`);
  return ok({ columns, rows: rows.map((row) => Object.fromEntries(columns.map((name, i) => [name, row[i] ?? ""]))) });
}

export async function readTable(path: string, folder: string): Promise<Result<Table>> {
  const text = await readFile(resolve(folder, path), "utf8").catch(() => undefined);
  return text === undefined ? wrong(`The table "${basename(path)}" cannot be read.`) : parseTable(text);
}
