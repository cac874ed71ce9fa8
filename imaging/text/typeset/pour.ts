import { unbreakable } from "../deal-out.ts";
import { breakRows } from "./break-rows.ts";

export interface PourRequest {
  /** The wording that is new. */
  readonly text: string;
  /** The lines that go on after it, as they are broken now. */
  readonly rest: readonly string[];
  /** Longest a row may be, pixels. */
  readonly limit: (row: number) => number;
  /** Length of a row, pixels. */
  readonly widthOf: (row: string) => number;
}

const NO_SPACE = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u;

/** Marks that end what stands before them; with more behind them they begin something: .5, ?page. */
const CLOSING = /^[,.;:!?…)\]}]+(?:["'”’]|\s|$)/u;

/** Two lines read on in one: a space between words, none beside Han characters and before a closing mark. */
export function readOn(before: string, after: string): string {
  const [a, b] = [before.trimEnd(), after.trimStart()];
  if (a === "" || b === "" || CLOSING.test(b)) return a + b;
  return NO_SPACE.test([...a].at(-1) ?? "") || NO_SPACE.test(b[0]) ? a + b : `${a} ${b}`;
}

/** A last row of one lone character draws its neighbour down. */
function withoutOrphan(rows: readonly string[]): readonly string[] {
  const last = rows[rows.length - 1];
  const before = unbreakable(rows[rows.length - 2] ?? "");
  if (before.length < 5 || !NO_SPACE.test(last[0] ?? "") || unbreakable(last).length > 1) return rows;
  const down = (before.at(-1) ?? "") + last;
  return [...rows.slice(0, -2), before.slice(0, -1).join("").trimEnd(), down];
}

/**
 * Sets running text in rows as long as they may be: the new wording first, then the lines behind it. From where a row begins as a line did, those
 * lines keep their breaks. Broken only where `unbreakable` lets it (禁则); a piece longer than a row stands alone in it.
 */
export function pour({ text, rest, limit, widthOf }: PourRequest): readonly string[] {
  const rows: string[] = [];
  let row = "";
  const take = (piece: string, glue: boolean): void => {
    const longer = glue ? readOn(row, piece) : row + piece;
    if (row === "" || widthOf(longer.trimEnd()) <= limit(rows.length)) {
      row = row === "" ? piece.trimStart() : longer;
      return;
    }
    rows.push(row.trimEnd());
    row = piece.trimStart();
  };
  for (const piece of unbreakable(text.trim())) take(piece, false);
  for (const [i, line] of rest.entries()) {
    const pieces = unbreakable(line.trim());
    const fits = row === "" || widthOf(readOn(row, (pieces[0] ?? "").trimEnd())) <= limit(rows.length);
    if (!fits || row === "") return [...rows, ...(row === "" ? [] : [row.trimEnd()]), ...rest.slice(i)];
    pieces.forEach((piece, k) => {
      take(piece, k === 0);
    });
  }
  return withoutOrphan(row === "" ? rows : [...rows, row.trimEnd()]);
}

/** The rows of a centred text as even as they can be, in as many as they are. */
export function evened(rows: readonly string[], { limit, widthOf }: Pick<PourRequest, "limit" | "widthOf">): readonly string[] {
  if (rows.length < 2) return rows;
  const even = breakRows(rows.reduce(readOn), rows.length, widthOf);
  return even?.every((row, i) => widthOf(row) <= limit(i)) ? even : rows;
}
