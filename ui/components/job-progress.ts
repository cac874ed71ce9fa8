import { STAGES } from "../../protocol/errors.ts";
import type { Messages } from "../i18n/en.ts";
import type { Job } from "../session/job/job-state.ts";

export interface JobProgress {
  readonly words: string;
  readonly share: number | undefined;
  readonly startedAt: number;
  readonly cancellable: boolean;
}

/** Stages in their order give the bar; what a stage says of itself moves it within its part. */
function shareOf(progress: Extract<Job, { kind: "running" }>["progress"]): number | undefined {
  if (!progress) return undefined;
  const inside = progress.total > 0 ? Math.min(1, progress.done / progress.total) : 0;
  return (STAGES.indexOf(progress.stage) + inside) / STAGES.length;
}

/** The job in words while it is under way; `undefined` otherwise. */
export function jobProgress(job: Job, m: Messages["progress"]): JobProgress | undefined {
  switch (job.kind) {
    case "sending":
      return { words: m.queued, share: undefined, startedAt: job.run.startedAt, cancellable: true };
    case "running": {
      const words = job.progress ? m.stages[job.progress.stage] : m.queued;
      return { words, share: shareOf(job.progress), startedAt: job.run.startedAt, cancellable: true };
    }
    case "placing":
      return { words: m.placing, share: 1, startedAt: job.run.startedAt, cancellable: false };
    default:
      return undefined;
  }
}
