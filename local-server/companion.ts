import { join } from "node:path";
import type { EditRequest } from "../protocol/edit.ts";
import { ok, type Result } from "../protocol/errors.ts";
import type { Plan } from "../protocol/plan.ts";
import { type Execute, JobRunner } from "./jobs/job-runner.ts";
import { SqliteJobQueue } from "./jobs/sqlite-job-queue.ts";
import type { Logger } from "./observability/logger.ts";
import { cacheKeyOf } from "./pipeline/edit-settings.ts";
import { ChildHost } from "./process/child-host.ts";
import { checkedModels } from "./registry/model-cards.ts";
import { rememberFinds } from "./remember-finds.ts";
import { type Database, openDatabase } from "./store/database.ts";
import { createEditHistory, type EditHistory } from "./store/edit-history.ts";
import { openFileBlobStore } from "./store/file-blob-store.ts";
import { takeOwnerLock } from "./store/owner-lock.ts";
import { createResultCache, type ResultCache } from "./store/result-cache.ts";
import { watchToken } from "./store/token-watch.ts";
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
  plan(instruction: string): Plan;
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
const EDIT_TIMEOUT_MS = 30 * 60_000;

/** Looks a request up among recent results before anybody works on it, and writes down what comes out. */
function withMemory(make: Execute, memory: { cache: ResultCache; history: EditHistory; keyOf(request: EditRequest): string }): Execute {
  return async (request, context) => {
    const key = memory.keyOf(request);
    const known = request.options?.cache === false ? undefined : await memory.cache.get(key);
    if (known !== undefined) return ok(known);
    const made = await make(request, context);
    if (made.ok && !context.signal.aborted) {
      memory.cache.set(key, made.value);
      memory.history.record(context.jobId, made.value);
    }
    return made;
  };
}

interface Parts {
  readonly db: Database;
  readonly services: Services;
  readonly worker: ChildHost<EditMethods>;
  readonly runner: JobRunner;
}

async function assemble(options: CompanionOptions, db: Database): Promise<Result<Parts>> {
  const { dataFolder, logger } = options;
  const blobs = await openFileBlobStore(join(dataFolder, "blobs"), { owner: true });
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
  const history = createEditHistory(db);
  const memory = {
    cache: createResultCache(db, blobs.value),
    history,
    keyOf: (request: EditRequest) => cacheKeyOf(request, options.revision),
  };
  const make: Execute = (request, { signal, onProgress }) =>
    worker.call("edit", request, { signal, onEvent: onProgress, timeoutMs: EDIT_TIMEOUT_MS });
  const services: Services = {
    blobs: blobs.value,
    queue,
    history,
    logger,
    token: watchToken(dataFolder),
    version: options.version,
    engineNames: options.engineNames,
    plan: options.plan,
    models: checkedModels,
    find: rememberFinds((source, signal) => worker.call("find", { source }, { signal })),
    engines: (signal) => worker.call("engines", null, { signal }),
  };
  const runner = new JobRunner({ queue, execute: withMemory(make, memory), logger, concurrency: 1 });
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
