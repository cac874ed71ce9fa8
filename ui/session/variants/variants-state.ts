import type { VariantLayout } from "../../../protocol/bridge.ts";
import type { EmendError } from "../../../protocol/errors.ts";
import type { Source } from "../layer/layer-state.ts";

/** What makes the variants differ. */
export const VARIANT_MODES = ["texts", "colours", "instructions", "seeds"] as const;
export type VariantMode = (typeof VARIANT_MODES)[number];

/** What is asked for; each mode keeps its own words, so that a look at another one loses nothing. */
export interface VariantsForm {
  readonly mode: VariantMode;
  /** Row of the text list that texts and colours are for. */
  readonly row: number;
  /** One wording a line. */
  readonly texts: string;
  /** `#rrggbb`, in order. */
  readonly colours: readonly string[];
  /** One instruction a line. */
  readonly instructions: string;
  /** The one instruction of all seeds, and how many. */
  readonly instruction: string;
  readonly count: number;
}

/** Variants of one source, being made, compared and placed. Each is one run; `keys` in the order of their letters. */
export interface VariantSet {
  readonly source: Source;
  readonly form: VariantsForm;
  readonly keys: readonly string[];
  /** The letter of each, which stays with it when others go. */
  readonly letters: Readonly<Record<string, string>>;
  readonly picked: string | undefined;
  readonly kept: readonly string[];
  /** Whether the picked variant or the source is shown. */
  readonly shown: boolean;
  readonly layout: VariantLayout;
  readonly placement: VariantPlacement;
}

export type VariantPlacement =
  | { readonly kind: "none" }
  | { readonly kind: "placing" }
  /** `nodes`: the layer of each placed variant by key. */
  | { readonly kind: "placed"; readonly nodes: Readonly<Record<string, string>>; readonly note: string | undefined }
  | { readonly kind: "failed"; readonly error: EmendError };

export interface VariantsState {
  readonly form: VariantsForm;
  readonly set: VariantSet | undefined;
}

export const INITIAL_VARIANTS: VariantsState = {
  form: { mode: "texts", row: 0, texts: "", colours: [], instructions: "", instruction: "", count: 3 },
  set: undefined,
};

/** A, B … Z, AA, AB …: the letter of the `index`-th variant, counted from 0. */
export function letterOf(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : `${letterOf(Math.floor(index / 26) - 1)}${last}`;
}
