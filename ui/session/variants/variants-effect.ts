import type { VariantLayout } from "../../../protocol/bridge.ts";
import type { ManyRun } from "../runs/runs-state.ts";
import type { VariantsForm } from "./variants-state.ts";

/** A finished variant with its letter. */
export interface LetteredRun {
  readonly run: ManyRun;
  readonly letter: string;
}

export type VariantsEffect =
  | {
      readonly type: "variants.place";
      readonly variants: readonly LetteredRun[];
      readonly form: VariantsForm;
      readonly layout: VariantLayout;
    }
  | { readonly type: "variants.promote"; readonly run: ManyRun };
