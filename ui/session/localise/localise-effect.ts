import type { LetteredRun } from "../variants/variants-effect.ts";
import type { LocaleLayout } from "./localise-state.ts";
import type { LocaleTable } from "./table-text.ts";

/** Finished markets onto the canvas; each run's letter is its locale. */
export interface LocaliseEffect {
  readonly type: "localise.place";
  readonly markets: readonly LetteredRun[];
  readonly layout: LocaleLayout;
  readonly table: LocaleTable;
}
