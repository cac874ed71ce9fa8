import { ok, type Result } from "../protocol/errors.ts";
import type { TeamSettings } from "./config/team-settings.ts";
import type { JobQueue } from "./jobs/job-queue.ts";
import { SqliteJobQueue } from "./jobs/sqlite-job-queue.ts";
import type { Logger } from "./observability/logger.ts";
import { openBlobs } from "./open-blobs.ts";
import type { BlobStores } from "./store/blob-store.ts";
import { openDatabase } from "./store/database.ts";
import type { Queries } from "./store/tables.ts";

/** Everything that is kept: tables, pictures, jobs; on this machine or shared by a team. */
export interface OpenHouse {
  readonly queries: Queries;
  readonly blobs: BlobStores;
  readonly queue: JobQueue;
  close(): Promise<void>;
}

export interface HousePlace {
  readonly dataFolder: string;
  readonly settings: TeamSettings;
  readonly logger: Logger;
}

async function openTeam(url: string, blobs: BlobStores, { settings, logger }: HousePlace): Promise<Result<OpenHouse>> {
  // A person's own companion never needs these: they are loaded for a team only.
  const [{ openPostgres }, { PostgresJobQueue }] = await Promise.all([
    import("./store/postgres.ts"),
    import("./jobs/postgres-job-queue.ts"),
  ]);
  const postgres = await openPostgres(url);
  if (!postgres.ok) return postgres;
  const onTrouble = (error: Error): void => logger.warn("queue_trouble", { name: error.name });
  const queue = await PostgresJobQueue.open(postgres.value, { url, limits: settings.engineLimits, onTrouble });
  const close = async (): Promise<void> => {
    await queue.close();
    await postgres.value.close();
  };
  return ok({ queries: postgres.value.queries, blobs, queue, close });
}

async function openEmbedded(blobs: BlobStores, { dataFolder, settings }: HousePlace): Promise<Result<OpenHouse>> {
  const db = await openDatabase(dataFolder);
  if (!db.ok) return db;
  const queue = new SqliteJobQueue(db.value, { limits: settings.engineLimits });
  const close = async (): Promise<void> => {
    await queue.close();
    db.value.close();
  };
  return ok({ queries: db.value.queries, blobs, queue, close });
}

/** Opens what the settings say; the caller holds the owner lock of the data folder. `storage_failed` says what cannot be reached. */
export async function openHouse(place: HousePlace): Promise<Result<OpenHouse>> {
  const blobs = await openBlobs(place.dataFolder, place.settings, { owner: true });
  if (!blobs.ok) return blobs;
  const { databaseUrl } = place.settings;
  return databaseUrl === undefined ? openEmbedded(blobs.value, place) : openTeam(databaseUrl, blobs.value, place);
}
