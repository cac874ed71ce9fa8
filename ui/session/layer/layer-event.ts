import type { LayerSummary } from "../../../protocol/bridge.ts";
import type { EmendError } from "../../../protocol/errors.ts";
import type { LayerRef, LoadStep, PictureId, Source } from "./layer-state.ts";

export type LayerEvent =
  | { readonly type: "layer.selection"; readonly layers: readonly LayerSummary[] }
  | { readonly type: "layer.chosen"; readonly layer: LayerRef }
  | { readonly type: "layer.reload" }
  | { readonly type: "layer.step"; readonly loadId: number; readonly step: LoadStep; readonly picture: PictureId | undefined }
  | { readonly type: "layer.ready"; readonly loadId: number; readonly source: Source }
  | { readonly type: "layer.failed"; readonly loadId: number; readonly error: EmendError };
