import { ok, type Result } from "../protocol/errors.ts";
import type { Operation, Plan } from "../protocol/plan.ts";
import { authenticator } from "./authenticator.ts";
import { JobRunner } from "./jobs/job-runner.ts";
import { SqliteJobQueue } from "./jobs/sqlite-job-queue.ts";
import type { Logger } from "./observability/logger.ts";
import { ChildHost } from "./process/child-host.ts";
import { rememberEdits } from "./remember-edits.ts";
import { createSettingsStore } from "./settings/settings-store.ts";
import { createAccessTokens } from "./store/access-tokens.ts";
import { type Database, openDatabase } from "./store/database.ts";
import { openFileBlobStores } from "./store/file-blob-stores.ts";
import { takeOwnerLock } from "./store/owner-lock.ts";
import { watchToken } from "./store/token-watch.ts";
import { type House, tenantServices } from "./tenant-services.ts";
import { type CompanionServer, startCompanionServer } from "./transport/companion-server.ts";
import type { Services } from "./transport/services.ts";
import { openStaticFiles } from "./transport/static-files.ts";
import type { EditMethods } from "./worker/edit-methods.ts";

export interface CompanionOptions {
  readonly dataFolder: string;
  /** Tried in order; 0 = any free port. */
  readonly ports: readonly number[];
  readonly version: string;
  /** Changes when the code that makes results changes: old cached results are then not used. */
  readonly revision: string;
  readonly engineNames: readonly string[];
  plan(instruction: string, after?: readonly Operation[]): Plan;
  /** The module of the edit worker; it gets the data folder as its argument. */
  readonly workerEntry: URL;
  /** Folder of the built playground. */
  readonly pagesFolder: string;
  readonly logger: Logger;
}

export interface Companion {
  readonly port: number;
  /** Whether the playground is there to be opened. */
  readonly hasPages: boolean;
  /** Ends the workers, puts running jobs back among the waiting, and lets go of the data folder. */
  close(): Promise<void>;
}

const WORKER_IDLE_MS = 5 * 60_000;
const CANCEL_GRACE_MS = 2_000;

interface Parts {
  readonly db: Database;
  readonly services: Services;
  readonly worker: ChildHost<EditMethods>;
  readonly runner: JobRunner;
}

async function assemble(options: CompanionOptions, db: Database): Promise<Result<Parts>> {
  const { dataFolder, logger } = options;
  const blobs = await openFileBlobStores(dataFolder, { owner: true });
  if (!blobs.ok) return blobs;
  const worker = new ChildHost<EditMethods>({
    name: "edit worker",
    entry: options.workerEntry,
    args: [dataFolder],
    logger,
    idleMs: WORKER_IDLE_MS,
    graceMs: CANCEL_GRACE_MS,
  });
  const queue = new SqliteJobQueue(db);
  const recovered = await queue.recover();
  logger.info("recovered", recovered);
  const house: House = { queries: db.queries, blobs: blobs.value, queue, worker, settings: createSettingsStore(dataFolder, process.env) };
  const services: Services = {
    logger,
    authenticate: authenticator(watchToken(dataFolder), createAccessTokens(db.queries)),
    of: tenantServices(house, options),
  };
  const runner = new JobRunner({ queue, execute: rememberEdits(house, options), logger, concurrency: 1 });
  return ok({ db, services, worker, runner });
}

async function closeParts({ db, worker, runner }: Parts, server: CompanionServer | undefined): Promise<void> {
  await server?.close();
  await runner.close();
  await worker.close();
  db.close();
}

/** Starts everything `emend serve` is, or says why not: `storage_failed` (folder in use or unusable), `bad_usage` (ports). */
export async function startCompanion(options: CompanionOptions): Promise<Result<Companion>> {
  const lock = await takeOwnerLock(options.dataFolder);
  if (!lock.ok) return lock;
  const db = await openDatabase(options.dataFolder);
  const parts = db.ok ? await assemble(options, db.value) : db;
  const files = await openStaticFiles(options.pagesFolder);
  const server = parts.ok ? await startCompanionServer(parts.value.services, options.ports, files) : parts;
  if (parts.ok && server.ok) {
    const close = async (): Promise<void> => {
      await closeParts(parts.value, server.value);
      lock.value.release();
    };
    return ok({ port: server.value.port, hasPages: files !== undefined, close });
  }
  if (parts.ok) await closeParts(parts.value, undefined);
  lock.value.release();
  return server.ok ? (parts as Result<never>) : server;
}
