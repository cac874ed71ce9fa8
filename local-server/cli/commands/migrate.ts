import { emendError, err, ok, type Result } from "../../../protocol/errors.ts";
import { type TeamSettings, teamSettingsOf } from "../../config/team-settings.ts";
import { PostgresJobQueue } from "../../jobs/postgres-job-queue.ts";
import { type Migrated, migrateHouse } from "../../migrate-house.ts";
import { openDatabase } from "../../store/database.ts";
import { openFileBlobStores, storedTenants } from "../../store/file-blob-stores.ts";
import { takeOwnerLock } from "../../store/owner-lock.ts";
import { openPostgres } from "../../store/postgres.ts";
import { openS3BlobStores } from "../../store/s3-blob-stores.ts";
import type { CliContext } from "../cli-context.ts";
import type { Command } from "../command.ts";

const nowhere = () =>
  err(
    emendError("bad_usage", "There is nowhere to move the data to.", {
      help: "Set EMEND_DATABASE_URL, EMEND_S3_* or both to the new places; docs/TEAM.md shows how.",
    }),
  );

interface Target {
  readonly database?: { readonly queries: Parameters<typeof migrateHouse>[0]["from"]["queries"]; readonly queue: PostgresJobQueue };
  close(): Promise<void>;
}

async function openTarget(url: string | undefined): Promise<Result<Target>> {
  if (url === undefined) return ok({ close: async () => undefined });
  const postgres = await openPostgres(url);
  if (!postgres.ok) return postgres;
  const queue = await PostgresJobQueue.open(postgres.value, { url });
  const close = async (): Promise<void> => {
    await queue.close();
    await postgres.value.close();
  };
  return ok({ database: { queries: postgres.value.queries, queue }, close });
}

async function move(settings: TeamSettings, { dataFolder, output }: CliContext): Promise<Result<Migrated>> {
  const db = await openDatabase(dataFolder);
  if (!db.ok) return db;
  const [files, target] = [await openFileBlobStores(dataFolder, { owner: true }), await openTarget(settings.databaseUrl)];
  const bucket = settings.s3 === undefined ? ok(undefined) : await openS3BlobStores(settings.s3);
  try {
    if (!files.ok) return files;
    if (!target.ok) return target;
    if (!bucket.ok) return bucket;
    return await migrateHouse({
      from: { queries: db.value.queries, blobs: files.value, tenants: await storedTenants(dataFolder) },
      database: target.value.database,
      blobs: bucket.value,
      onProgress: (text) => output.progress(text),
    });
  } finally {
    if (target.ok) await target.value.close();
    db.value.close();
  }
}

export const migrate: Command = {
  name: "migrate",
  usage: "migrate [--json]",
  summary: "Copies this data folder to the team's database and object store, and checks that all of it arrived.",
  positionals: { min: 0, max: 0 },
  options: {},
  run: async (_args, context) => {
    const settings = teamSettingsOf(context.env);
    if (!settings.ok) return settings;
    if (settings.value.databaseUrl === undefined && settings.value.s3 === undefined) return nowhere();
    const lock = await takeOwnerLock(context.dataFolder);
    if (!lock.ok) return lock;
    const moved = await move(settings.value, context);
    lock.value.release();
    if (!moved.ok) return moved;
    if (context.json) context.output.json(moved.value);
    else {
      for (const [table, { there }] of Object.entries(moved.value.tables)) context.output.line(`${table.padEnd(10)}${there}`);
      const { there, bytes } = moved.value.pictures;
      context.output.line(`${"pictures".padEnd(10)}${there}, ${(bytes / 1024 / 1024).toFixed(1)} MB, read back and compared`);
    }
    context.output.note("Everything arrived. The old data folder is untouched.");
    return ok(0);
  },
};
