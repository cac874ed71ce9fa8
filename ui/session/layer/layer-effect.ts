import type { LayerRef } from "./layer-state.ts";

export type LayerEffect =
  | { readonly type: "layer.load"; readonly loadId: number; readonly layer: LayerRef }
  /** Ends a load that is no longer wanted. */
  | { readonly type: "layer.unload" };
