import type { VariantLayout } from "../../../protocol/bridge.ts";
import type { EmendError } from "../../../protocol/errors.ts";
import type { Go } from "../job/job-event.ts";
import type { VariantsForm } from "./variants-state.ts";

export type VariantsEvent =
  | { readonly type: "variants.form"; readonly change: Partial<VariantsForm> }
  | ({ readonly type: "variants.made" } & Go)
  | { readonly type: "variants.picked"; readonly key: string }
  /** To the next (1) or the one before (-1). */
  | { readonly type: "variants.moved"; readonly by: 1 | -1 }
  | { readonly type: "variants.kept"; readonly key: string }
  | { readonly type: "variants.retired"; readonly key: string }
  | { readonly type: "variants.compared"; readonly shown: boolean }
  | { readonly type: "variants.layout"; readonly layout: VariantLayout }
  | { readonly type: "variants.place" }
  | {
      readonly type: "variants.placed";
      readonly nodeIds: readonly string[];
      readonly keys: readonly string[];
      readonly note: string | undefined;
    }
  | { readonly type: "variants.place.failed"; readonly error: EmendError }
  /** The variant as a layer of its own above the original. */
  | { readonly type: "variants.promote"; readonly key: string }
  | { readonly type: "variants.closed" };
