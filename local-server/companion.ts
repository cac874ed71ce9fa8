import { ok, type Result } from "../protocol/errors.ts";
import type { Operation, Plan } from "../protocol/plan.ts";
import { authenticator } from "./authenticator.ts";
import type { LimitSettings } from "./config/limit-settings.ts";
import type { TeamSettings } from "./config/team-settings.ts";
import { createHousekeeping, type Housekeeping } from "./housekeeping.ts";
import { JobRunner } from "./jobs/job-runner.ts";
import { keepHouseDaily } from "./keep-house.ts";
import { knownEdits } from "./known-edits.ts";
import type { Logger } from "./observability/logger.ts";
import { type OpenHouse, openHouse } from "./open-house.ts";
import type { Mirrors } from "./registry/install-model.ts";
import { createModelRegistry, type ModelRegistry } from "./registry/model-registry.ts";
import { editInWorker, rememberEdits } from "./remember-edits.ts";
import { createSettingsStore } from "./settings/settings-store.ts";
import { createAccessTokens } from "./store/access-tokens.ts";
import { takeOwnerLock } from "./store/owner-lock.ts";
import { watchToken } from "./store/token-watch.ts";
import { type House, tenantServices } from "./tenant-services.ts";
import { type CompanionServer, startCompanionServer } from "./transport/companion-server.ts";
import { createImageLinks } from "./transport/openai/image-links.ts";
import type { Services } from "./transport/services.ts";
import { openStaticFiles } from "./transport/static-files.ts";
import { WebhookDeliverer } from "./webhooks/webhook-deliverer.ts";
import { createEditPool, type EditPool } from "./worker/edit-pool.ts";

export interface CompanionOptions {
  readonly dataFolder: string;
  /** Tried in order; 0 = any free port. */
  readonly ports: readonly number[];
  readonly version: string;
  /** Changes when the code that makes results changes: old cached results are then not used. */
  readonly revision: string;
  readonly engineNames: readonly string[];
  plan(instruction: string, after?: readonly Operation[]): Plan;
  /** Where models come from instead of the hub and the release page. */
  readonly mirrors?: Mirrors;
  /** Default: the models of the data folder. */
  readonly models?: ModelRegistry;
  /** The module of the edit worker; it gets the data folder as its argument. */
  readonly workerEntry: URL;
  /** Folder of the built playground. */
  readonly pagesFolder: string;
  readonly logger: Logger;
  readonly settings: TeamSettings;
  /** What one tenant may use; nothing is limited where it is left out. */
  readonly limits?: LimitSettings;
  /** Pauses between tries of a webhook; over a day where they are left out. */
  readonly webhookPausesMs?: readonly number[];
}

export interface Companion {
  readonly port: number;
  /** Whether the playground is there to be opened. */
  readonly hasPages: boolean;
  /** Ends the workers, puts running jobs back among the waiting, and lets go of the data folder. */
  close(): Promise<void>;
}

interface Parts {
  readonly house: OpenHouse;
  readonly services: Services;
  readonly pool: EditPool;
  readonly models: ModelRegistry;
  readonly runner: JobRunner;
  readonly housekeeping: Housekeeping;
  readonly webhooks: WebhookDeliverer;
  endDailyRound(): void;
}

async function assemble(options: CompanionOptions, open: OpenHouse): Promise<Parts> {
  const { dataFolder } = options;
  const housekeeping = createHousekeeping({
    ...open,
    logger: options.logger,
    limits: options.limits ?? {},
    quotaBytes: options.settings.quotaBytes,
  });
  const { logger, metrics } = housekeeping;
  const { jobs } = options.settings;
  const pool = createEditPool({ entry: options.workerEntry, dataFolder, logger, size: jobs });
  logger.info("recovered", await open.queue.recover());
  const { revision } = options;
  const known = knownEdits({ ...open, revision, hours: options.settings.cacheHours });
  const links = createImageLinks();
  const models = options.models ?? createModelRegistry({ dataFolder, mirrors: options.mirrors ?? {} });
  const house: House = { ...open, known, pool, settings: createSettingsStore(dataFolder, process.env), links, models, housekeeping };
  const services: Services = {
    logger,
    authenticate: authenticator(watchToken(dataFolder), createAccessTokens(open.queries)),
    admitLink: links.admit,
    of: tenantServices(house, { ...options, logger }),
    metrics,
  };
  const engines = () => pool.front.call("engines", null);
  const remembered = rememberEdits({ queries: open.queries, known, make: editInWorker(pool, revision), revision });
  const execute = housekeeping.watched(remembered, engines);
  const runner = new JobRunner({ queue: open.queue, execute, logger, concurrency: jobs });
  const { audit, outbox, callbackHosts } = housekeeping;
  const webhooks = new WebhookDeliverer({
    outbox,
    queue: open.queue,
    audit,
    logger,
    listed: callbackHosts,
    ...(options.webhookPausesMs && { pausesMs: options.webhookPausesMs }),
  });
  const endDailyRound = keepHouseDaily({ ...open, keepDays: options.settings.keepDays }, logger);
  return { house: open, services, pool, models, runner, housekeeping, webhooks, endDailyRound };
}

async function closeParts(
  { house, pool, models, runner, housekeeping, webhooks, endDailyRound }: Parts,
  server: CompanionServer | undefined,
): Promise<void> {
  await server?.close();
  endDailyRound();
  await runner.close();
  await pool.close();
  await models.close();
  await webhooks.close();
  await housekeeping.audit.close();
  await house.close();
}

/** Starts everything `emend serve` is, or says why not: `storage_failed` (folder in use or unusable), `bad_usage` (ports). */
export async function startCompanion(options: CompanionOptions): Promise<Result<Companion>> {
  const lock = await takeOwnerLock(options.dataFolder);
  if (!lock.ok) return lock;
  const house = await openHouse(options);
  const parts = house.ok ? ok(await assemble(options, house.value)) : house;
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
