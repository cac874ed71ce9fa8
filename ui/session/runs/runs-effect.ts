import type { EditRequest, EditResult } from "../../../protocol/edit.ts";

export type RunsEffect =
  | { readonly type: "runs.edit"; readonly key: string; readonly jobKey: string; readonly request: EditRequest }
  | { readonly type: "runs.watch"; readonly key: string; readonly jobId: string }
  | { readonly type: "runs.cancel"; readonly jobId: string }
  | { readonly type: "runs.picture"; readonly key: string; readonly result: EditResult };
