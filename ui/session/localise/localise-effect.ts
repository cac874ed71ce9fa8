import type { LetteredRun } from "../variants/variants-effect.ts";
import type { LocaleLayout } from "./localise-state.ts";
import type { LocaleTable } from "./table-text.ts";

export type LocaliseEffect =
  /** Finished markets onto the canvas; each run's letter is its locale. */
  | {
      readonly type: "localise.place";
      readonly markets: readonly LetteredRun[];
      readonly layout: LocaleLayout;
      readonly table: LocaleTable;
    }
  /** The table changed: once it rests it is remembered, and the companion asked whether it can set these wordings. */
  | { readonly type: "localise.changed"; readonly texts: readonly string[] };
