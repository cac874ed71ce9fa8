import { extname } from "node:path";
import type { EditRequest } from "../../../protocol/edit.ts";
import { emendError, err, ok, type Result } from "../../../protocol/errors.ts";
import type { Operation } from "../../../protocol/plan.ts";
import type { Table } from "./read-table.ts";

export type Wish = Pick<EditRequest, "instruction" | "operations">;

/** One result of a batch: which picture, what to change, and where it goes below the output folder. */
export interface Cell {
  readonly picture: string;
  readonly wish: Wish;
  readonly out: string;
}

export interface Batch {
  /** File names in the folder, sorted. */
  readonly pictures: readonly string[];
  readonly wish: Wish | undefined;
  readonly table: Table | undefined;
  /** With its dot: `.png`. */
  readonly ending: string;
}

/** Columns with a meaning of their own; every other is a market beside `text`, or a variable of the instruction. */
const FILE = "file";
const TEXT = "text";
const INSTRUCTION = "instruction";
const LONGEST_NAME = 80;

const badUsage = (message: string, help: string): Result<never> => err(emendError("bad_usage", message, { help }));
const noWish = (): Result<never> => badUsage("Say what to change.", 'Use -i "INSTRUCTION", --set "old=new" or --table cells.csv.');

/** A cell's text as part of a file name. */
const namePart = (text: string): string =>
  text
    .normalize("NFC")
    .replace(/[^\p{L}\p{N}._-]+/gu, "-")
    .replace(/^[.-]+|-+$/g, "")
    .slice(0, LONGEST_NAME);

/** Names results after their pictures; pictures that differ by their ending only keep it. */
function stemsOf(pictures: readonly string[]): ReadonlyMap<string, string> {
  const stem = (name: string): string => name.slice(0, name.length - extname(name).length);
  const count = new Map<string, number>();
  for (const name of pictures) count.set(stem(name).toLowerCase(), (count.get(stem(name).toLowerCase()) ?? 0) + 1);
  return new Map(pictures.map((name) => [name, count.get(stem(name).toLowerCase()) === 1 ? stem(name) : name]));
}

/** `{name}` → the row's cell; `undefined` where there is no such column. */
function filled(instruction: string, row: Readonly<Record<string, string>>): string | undefined {
  let missing = false;
  const text = instruction.replace(/\{([^{}]+)\}/g, (_whole, name: string) => {
    missing ||= row[name] === undefined;
    return row[name] ?? "";
  });
  return missing ? undefined : text;
}

const isVaried = ({ instruction }: Wish): boolean => /\{[^{}]+\}/.test(instruction ?? "");

function picturesOf(row: Readonly<Record<string, string>>, pictures: readonly string[]): Result<readonly string[]> {
  const named = row[FILE];
  if (named === undefined || named === "") return ok(pictures);
  if (pictures.includes(named)) return ok([named]);
  return badUsage(`The table names "${named}", which is not in the folder.`, "The column file holds file names of the folder.");
}

/** Texts by markets: every picture in every market, one replacement for each row that has a cell there. */
function localised({ pictures, ending }: Batch, { columns, rows }: Table): Result<Cell[]> {
  const stems = stemsOf(pictures);
  const markets = columns.filter((name) => ![FILE, TEXT, INSTRUCTION].includes(name));
  if (markets.length === 0) return badUsage("The table has texts but no market.", "Beside text, each column is a market: text,de,fr.");
  const operations = new Map<string, Operation[]>();
  for (const row of rows) {
    const named = picturesOf(row, pictures);
    if (!named.ok) return named;
    for (const picture of named.value)
      for (const market of markets) {
        const to = row[market] ?? "";
        if (to === "" || to === row[TEXT]) continue;
        const key = JSON.stringify([picture, market]);
        operations.set(key, [...(operations.get(key) ?? []), { kind: "text.replace", text: { from: row[TEXT]!, to } }]);
      }
  }
  return ok(
    [...operations].map(([key, list]) => {
      const [picture, market] = JSON.parse(key) as [string, string];
      return { picture, wish: { operations: list }, out: `${namePart(market)}/${stems.get(picture)}${ending}` };
    }),
  );
}

/** One result for each row and each of its pictures, the row's cells put into the instruction. */
function byRows({ pictures, wish, ending }: Batch, { columns, rows }: Table): Result<Cell[]> {
  const stems = stemsOf(pictures);
  const label = columns.find((name) => ![FILE, INSTRUCTION].includes(name));
  const cells: Cell[] = [];
  for (const [i, row] of rows.entries()) {
    const named = picturesOf(row, pictures);
    if (!named.ok) return named;
    const own = row[INSTRUCTION] || wish?.instruction;
    if (own === undefined && wish?.operations === undefined) return noWish();
    const instruction = own === undefined ? undefined : filled(own, row);
    if (own !== undefined && instruction === undefined)
      return badUsage(`The instruction has a variable that is no column: ${own}`, `Columns: ${columns.join(", ")}.`);
    const suffix = namePart(label === undefined ? "" : (row[label] ?? "")) || String(i + 1);
    for (const picture of named.value)
      cells.push({ picture, wish: instruction === undefined ? wish! : { instruction }, out: `${stems.get(picture)}-${suffix}${ending}` });
  }
  return ok(cells);
}

/** Everything a batch is to make, in order; `bad_usage` where table and wish do not fit. Two results never share a file. */
export function batchCells(batch: Batch): Result<readonly Cell[]> {
  const { pictures, wish, table, ending } = batch;
  if (table === undefined && wish === undefined) return noWish();
  if (table === undefined && isVaried(wish!))
    return badUsage("The instruction has variables but there is no table.", "Use --table cells.csv.");
  const stems = stemsOf(pictures);
  const cells =
    table === undefined
      ? ok(pictures.map((picture): Cell => ({ picture, wish: wish!, out: `${stems.get(picture)}${ending}` })))
      : table.columns.includes(TEXT)
        ? localised(batch, table)
        : byRows(batch, table);
  if (!cells.ok) return cells;
  const taken = new Map<string, number>();
  return ok(
    cells.value.map((cell) => {
      const nth = (taken.get(cell.out.toLowerCase()) ?? 0) + 1;
      taken.set(cell.out.toLowerCase(), nth);
      return nth === 1 ? cell : { ...cell, out: `${cell.out.slice(0, -ending.length)}-${nth}${ending}` };
    }),
  );
}
