import type { EditRequest } from "../../../protocol/edit.ts";
import type { Job } from "./job-state.ts";

export type JobEffect =
  | { readonly type: "job.edit"; readonly key: string; readonly request: EditRequest }
  | { readonly type: "job.watch"; readonly jobId: string }
  | { readonly type: "job.cancel"; readonly jobId: string }
  | { readonly type: "job.place"; readonly placing: Extract<Job, { kind: "placing" }> }
  | { readonly type: "job.visible"; readonly nodeId: string; readonly visible: boolean }
  | { readonly type: "job.original"; readonly nodeId: string; readonly visible: boolean }
  /** `withOriginal`: what it stood in for shows again. */
  | { readonly type: "job.discard"; readonly nodeId: string; readonly withOriginal?: true };
