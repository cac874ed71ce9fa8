import { ok, type Result } from "../protocol/errors.ts";
import type { LimitSettings } from "./config/limit-settings.ts";
import { createHousekeeping } from "./housekeeping.ts";
import { JobRunner } from "./jobs/job-runner.ts";
import { knownEdits } from "./known-edits.ts";
import { type HousePlace, openHouse } from "./open-house.ts";
import { editInWorker, rememberEdits } from "./remember-edits.ts";
import { takeOwnerLock } from "./store/owner-lock.ts";
import { createEditPool } from "./worker/edit-pool.ts";

export interface TeamWorkerOptions extends HousePlace {
  /** As for the companion: results of other code are not taken from the cache. */
  readonly revision: string;
  readonly workerEntry: URL;
  readonly limits: LimitSettings;
}

/** Runs jobs that companions of the same database accept, on this machine and with its engines, without listening anywhere. */
export async function startTeamWorker(options: TeamWorkerOptions): Promise<Result<{ close(): Promise<void> }>> {
  const { dataFolder, settings, logger, revision } = options;
  const lock = await takeOwnerLock(dataFolder);
  if (!lock.ok) return lock;
  const house = await openHouse(options);
  if (!house.ok) {
    lock.value.release();
    return house;
  }
  const pool = createEditPool({ entry: options.workerEntry, dataFolder, logger, size: settings.jobs });
  const known = knownEdits({ ...house.value, revision, hours: settings.cacheHours });
  const { watched, audit } = createHousekeeping({ ...house.value, logger, limits: options.limits });
  const remembered = rememberEdits({ queries: house.value.queries, known, make: editInWorker(pool, revision), revision });
  const execute = watched(remembered, () => pool.front.call("engines", null));
  const runner = new JobRunner({ queue: house.value.queue, execute, logger, concurrency: settings.jobs });
  const close = async (): Promise<void> => {
    await runner.close();
    await pool.close();
    await audit.close();
    await house.value.close();
    lock.value.release();
  };
  return ok({ close });
}
