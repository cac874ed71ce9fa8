import type { Operation } from "../../../protocol/plan.ts";
import type { Source } from "../layer/layer-state.ts";
import { plainReading } from "../same-reading.ts";
import { pointOf, rivalsOf } from "../text/rivals.ts";
import type { LocaleTable } from "./table-text.ts";

/** Rows of the text list that read as `from`. */
const rowsReading = ({ texts }: Source, from: string): readonly number[] =>
  texts.flatMap((text, i) => (plainReading(text.string) === plainReading(from) ? [i] : []));

/** Whether the picture holds the string. */
export const isThere = (source: Source, from: string): boolean => rowsReading(source, from).length > 0;

/**
 * What turns the source into one market: every string it holds that reads otherwise there, wherever it stands. Only what cannot be set stays
 * as it is, which its cell says; more than the companion takes at once it refuses.
 */
export function marketOperations(
  source: Source,
  { locales, rows }: LocaleTable,
  { locale, unsettable }: { readonly locale: string; readonly unsettable: readonly string[] },
): readonly Operation[] {
  const column = locales.indexOf(locale);
  return rows.flatMap(({ from, cells }) => {
    const to = cells[column] ?? "";
    if (to === "" || to === from || unsettable.includes(to)) return [];
    return rowsReading(source, from).map((row): Operation => {
      const at = rivalsOf(source, row).length > 0 ? { at: pointOf(source, row) } : {};
      return { kind: "text.replace", text: { from: source.texts[row]?.string ?? from, to }, ...at };
    });
  });
}
