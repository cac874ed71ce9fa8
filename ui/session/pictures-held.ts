import type { HistoryState } from "./history/history-state.ts";
import type { Job } from "./job/job-state.ts";
import type { PictureId, Work } from "./layer/layer-state.ts";
import type { ManyRun } from "./runs/runs-state.ts";
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

const ofRun = ({ source, phase }: ManyRun): readonly (PictureId | undefined)[] => [
  source.picture,
  phase.kind === "done" ? phase.picture : undefined,
];

const ofHistory = ({ thumbs, open }: HistoryState): readonly (PictureId | undefined)[] => [
  ...Object.values(thumbs),
  open?.before,
  open?.after,
];

/** Every picture the state names, each once. */
export function picturesHeld({ work, job, runs, variants, history, localise }: UiState): readonly PictureId[] {
  const shared = [...runs.flatMap(ofRun), variants.set?.source.picture, localise.source?.picture, ...ofHistory(history)];
  return [...new Set([...ofWork(work), ...ofJob(job), ...shared].filter((picture) => picture !== undefined))];
}
