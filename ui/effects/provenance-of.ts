import type { Provenance } from "../../protocol/bridge.ts";
import type { EditRequest, EditResult } from "../../protocol/edit.ts";
import type { Source } from "../session/layer/layer-state.ts";

/** A finished edit and what it came from. */
export interface Outcome {
  readonly run: { readonly source: Source; readonly request: EditRequest; readonly label: string };
  readonly jobId: string;
  readonly result: EditResult;
}

/** What the inserted layer says of itself. The time is the certificate's: when the edit was made, not when it was placed. */
export const provenanceOf = ({ run, jobId, result }: Outcome): Provenance => ({
  version: 1,
  jobId,
  sourceNode: run.source.layer.id,
  sourceName: run.source.layer.name,
  source: result.source.sha256,
  patch: result.patch.sha256,
  instruction: run.request.instruction ?? run.label,
  engine: result.engine,
  confidence: result.confidence,
  outsideChanged: result.outside.changed,
  seed: result.seed,
  createdAt: result.certificate.createdAt,
});
