import { type Kysely, sql, type Transaction } from "kysely";
import { POSTGRES_MIGRATIONS } from "./postgres-migrations.ts";
import type { Tables } from "./tables.ts";

export const SCHEMA = "emend";
/** Chosen once; keeps two processes from migrating at the same time. */
const MIGRATION_LOCK = 7_305_194;
/** Tables whose rows are numbered by the database: the copy goes on counting where they stand. */
const NUMBERED = ["history", "reviews"];

type Within = Transaction<Tables>;

const backupSchema = (version: number): string => `${SCHEMA}_version_${version}`;

async function versionOf(within: Within): Promise<number> {
  await sql`CREATE TABLE IF NOT EXISTS schema_version (version integer NOT NULL)`.execute(within);
  const { rows } = await sql<{ version: number | null }>`SELECT max(version) AS version FROM schema_version`.execute(within);
  return rows[0]?.version ?? 0;
}

async function tablesIn(within: Within, schema: string): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`SELECT tablename AS name FROM pg_tables WHERE schemaname = ${schema}`.execute(within);
  return rows.map(({ name }) => name);
}

const exists = async (within: Within, schema: string): Promise<boolean> =>
  (await sql`SELECT 1 FROM pg_namespace WHERE nspname = ${schema}`.execute(within)).rows.length > 0;

/**
 * The tables as they are, made anew in a schema of their own by the same migrations, so that renamed to `emend` they are complete. Nobody
 * writes meanwhile. One that is there from an earlier time stands.
 */
async function backUp(within: Within, version: number): Promise<void> {
  const [copy, tables] = [backupSchema(version), await tablesIn(within, SCHEMA)];
  if (await exists(within, copy)) return;
  for (const table of tables) await sql`LOCK TABLE ${sql.id(SCHEMA, table)} IN SHARE MODE`.execute(within);
  await sql`CREATE SCHEMA ${sql.id(copy)}`.execute(within);
  await sql`SET LOCAL search_path = ${sql.id(copy)}`.execute(within);
  await versionOf(within);
  for (const text of POSTGRES_MIGRATIONS.slice(0, version)) await sql.raw(text).execute(within);
  for (const table of tables) await sql`INSERT INTO ${sql.id(copy, table)} SELECT * FROM ${sql.id(SCHEMA, table)}`.execute(within);
  for (const table of NUMBERED) {
    const counter = sql`pg_get_serial_sequence(${`${copy}.${table}`}, ${"id"})`;
    await sql`SELECT setval(${counter}, (SELECT coalesce(max(id), 0) + 1 FROM ${sql.id(copy, table)}), false)`.execute(within);
  }
  await sql`SET LOCAL search_path = ${sql.id(SCHEMA)}`.execute(within);
}

/** Creates the tables or takes them to this version, all of it or nothing; throws `RangeError` where they are of a newer one. */
export async function migratePostgres(queries: Kysely<Tables>): Promise<void> {
  await sql`CREATE SCHEMA IF NOT EXISTS ${sql.id(SCHEMA)}`.execute(queries).catch(() => undefined);
  await queries.transaction().execute(async (within) => {
    await sql`SELECT pg_advisory_xact_lock(${MIGRATION_LOCK})`.execute(within);
    const version = await versionOf(within);
    if (version > POSTGRES_MIGRATIONS.length) throw new RangeError("newer");
    if (version === POSTGRES_MIGRATIONS.length) return;
    if (version > 0) await backUp(within, version);
    for (const text of POSTGRES_MIGRATIONS.slice(version)) await sql.raw(text).execute(within);
    await sql`DELETE FROM schema_version`.execute(within);
    await sql`INSERT INTO schema_version VALUES (${POSTGRES_MIGRATIONS.length})`.execute(within);
  });
}
