import type { Job } from "./job/job-state.ts";
import type { PictureId, Work } from "./layer/layer-state.ts";
import type { UiState } from "./ui-state.ts";

function ofWork(work: Work): readonly (PictureId | undefined)[] {
  if (work.kind === "ready") return [work.source.picture];
  return work.kind === "loading" ? [work.picture] : [];
}

function ofJob(job: Job): readonly (PictureId | undefined)[] {
  if (job.kind === "placed") return [job.run.source.picture, job.after];
  if (job.kind === "failed") return job.placing ? [job.placing.run.source.picture] : [];
  return "run" in job ? [job.run.source.picture] : [];
}

/** Every picture the state names, each once. */
export function picturesHeld({ work, job }: UiState): readonly PictureId[] {
  return [...new Set([...ofWork(work), ...ofJob(job)].filter((picture) => picture !== undefined))];
}
