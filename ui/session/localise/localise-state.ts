import type { Source } from "../layer/layer-state.ts";
import type { VariantPlacement } from "../variants/variants-state.ts";
import type { LocaleTable } from "./table-text.ts";

/** How the markets come to lie on the canvas. */
export const LOCALE_LAYOUTS = ["set", "frames"] as const;
export type LocaleLayout = (typeof LOCALE_LAYOUTS)[number];

/** A market being made: its run, and what it was made from, so that only changed ones are made again. */
export interface Market {
  readonly key: string;
  /** The operations as JSON. */
  readonly made: string;
}

export interface LocaliseState {
  readonly table: LocaleTable | undefined;
  /** The locale whose cells are shown. */
  readonly locale: string;
  /** Terms by locale: one a line, alone or `term = wording`. */
  readonly glossary: Readonly<Record<string, string>>;
  /** What the markets were made of; stays in view whatever is selected. */
  readonly source: Source | undefined;
  readonly markets: Readonly<Record<string, Market>>;
  /** Wordings the companion has no face for. */
  readonly unsettable: readonly string[];
  readonly layout: LocaleLayout;
  readonly placement: VariantPlacement;
}

export const INITIAL_LOCALISE: LocaliseState = {
  table: undefined,
  locale: "",
  glossary: {},
  source: undefined,
  markets: {},
  unsettable: [],
  layout: "set",
  placement: { kind: "none" },
};
