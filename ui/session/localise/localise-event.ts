import type { EmendError } from "../../../protocol/errors.ts";
import type { Go } from "../job/job-event.ts";
import type { LocaleLayout } from "./localise-state.ts";
import type { LocaleTable } from "./table-text.ts";

export type LocaliseEvent =
  | { readonly type: "localise.table"; readonly table: LocaleTable }
  | { readonly type: "localise.locale"; readonly locale: string }
  /** One more language, empty. */
  | { readonly type: "localise.locale.added"; readonly locale: string }
  | { readonly type: "localise.cell"; readonly row: number; readonly text: string }
  | { readonly type: "localise.glossary"; readonly lines: string }
  | ({ readonly type: "localise.made" } & Go)
  /** Makes the market in view again, with another seed and not from the cache. */
  | ({ readonly type: "localise.again" } & Go)
  /** Which of these wordings the companion has a face for. */
  | { readonly type: "localise.lettered"; readonly texts: readonly string[]; readonly settable: readonly boolean[] }
  /** The table rests: time to remember it. */
  | { readonly type: "localise.rested" }
  /** Goes on with the table remembered for this picture. */
  | { readonly type: "localise.resumed" }
  | { readonly type: "localise.layout"; readonly layout: LocaleLayout }
  | { readonly type: "localise.place" }
  | {
      readonly type: "localise.placed";
      readonly keys: readonly string[];
      readonly nodeIds: readonly string[];
      readonly note: string | undefined;
    }
  | { readonly type: "localise.place.failed"; readonly error: EmendError }
  | { readonly type: "localise.closed" };
