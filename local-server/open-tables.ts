import { ok, type Result } from "../protocol/errors.ts";
import { teamSettingsOf } from "./config/team-settings.ts";
import { openDatabase } from "./store/database.ts";
import type { Queries } from "./store/tables.ts";

/** The tables for one command, beside a companion that may be running: the team's where the environment names them, else the data folder's. */
export async function openTables(
  dataFolder: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<Result<{ readonly queries: Queries; close(): Promise<void> }>> {
  const settings = teamSettingsOf(env);
  if (!settings.ok) return settings;
  const { databaseUrl } = settings.value;
  if (databaseUrl !== undefined) return (await import("./store/postgres.ts")).openPostgres(databaseUrl, { connections: 2 });
  const db = await openDatabase(dataFolder);
  return db.ok ? ok({ queries: db.value.queries, close: async () => db.value.close() }) : db;
}
