import type { EditRequest, EditResult } from "../../../protocol/edit.ts";
import type { LayerRef } from "../layer/layer-state.ts";
import type { SentLayer } from "./batch-state.ts";

export type BatchEffect =
  /** Gets the layer's picture to the companion. */
  | { readonly type: "batch.prepare"; readonly key: string; readonly layer: LayerRef }
  | { readonly type: "batch.edit"; readonly key: string; readonly request: EditRequest }
  | { readonly type: "batch.watch"; readonly jobId: string }
  | { readonly type: "batch.cancel"; readonly jobId: string }
  | {
      readonly type: "batch.place";
      readonly key: string;
      readonly layer: LayerRef;
      readonly sent: SentLayer;
      readonly jobId: string;
      readonly request: EditRequest;
      readonly result: EditResult;
    };
