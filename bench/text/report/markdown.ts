import { share } from "./statistics.ts";

/** A figure, or a dash where there is none. */
export const number = (v: number | undefined, digits: number): string => (v === undefined ? "–" : v.toFixed(digits));
/** Yes of answered. */
export const ratio = (answers: readonly (boolean | undefined)[]): string => {
  const { yes, of } = share(answers);
  return of === 0 ? "–" : `${yes}/${of}`;
};
const row = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
/** A Markdown table. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [row(head), row(head.map(() => "---")), ...rows.map(row)].join("\n");
