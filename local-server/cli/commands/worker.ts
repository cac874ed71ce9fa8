import { emendError, err, ok } from "../../../protocol/errors.ts";
import { limitSettingsOf } from "../../config/limit-settings.ts";
import { teamSettingsOf } from "../../config/team-settings.ts";
import { codeRevision } from "../../pipeline/code-revision.ts";
import { startTeamWorker } from "../../team-worker.ts";
import type { Command } from "../command.ts";

const ended = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });

const alone = () =>
  err(
    emendError("bad_usage", "A worker takes its jobs from a database shared with the companion, and none is set.", {
      help: "Set EMEND_DATABASE_URL (and EMEND_S3_*) as for the companion; docs/TEAM.md shows how. One machine alone needs only emend serve.",
    }),
  );

export const worker: Command = {
  name: "worker",
  usage: "worker [--json]",
  summary: "Runs edits for companions that share EMEND_DATABASE_URL, on this machine. EMEND_JOBS says how many at once.",
  positionals: { min: 0, max: 0 },
  options: {},
  run: async (_args, { env, dataFolder, logger, tools, output, json, signal }) => {
    const settings = teamSettingsOf(env);
    if (!settings.ok) return settings;
    if (settings.value.databaseUrl === undefined) return alone();
    const limits = limitSettingsOf(env);
    if (!limits.ok) return limits;
    const place = { dataFolder, settings: settings.value, logger, limits: limits.value };
    const started = await startTeamWorker({ ...place, revision: await codeRevision(), workerEntry: tools.workerEntry });
    if (!started.ok) return started;
    if (json) output.json({ pid: process.pid, jobs: settings.value.jobs });
    output.note(`Working, ${settings.value.jobs} at once (Ctrl-C ends it; what runs then waits for another worker).`);
    await ended(signal);
    await started.value.close();
    return ok(0);
  },
};
