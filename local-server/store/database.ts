import { chmodSync, existsSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite";
import type { Kysely } from "kysely";
import { emendError, err, ok, type Result } from "../../protocol/errors.ts";
import { makeFolder } from "./atomic-file.ts";
import { MIGRATIONS } from "./migrations.ts";
import { sqliteQueries } from "./sqlite-queries.ts";
import type { Tables } from "./tables.ts";

export type Row = Readonly<Record<string, string | number | bigint | null | Uint8Array>>;

/** The embedded database. Synchronous: statements here take well under a millisecond, commits one fsync. */
export interface Database {
  run(sql: string, ...values: readonly SQLInputValue[]): { readonly changes: number };
  one(sql: string, ...values: readonly SQLInputValue[]): Row | undefined;
  all(sql: string, ...values: readonly SQLInputValue[]): readonly Row[];
  /** Commits when `work` returns, rolls back when it throws. Committed means on disk. */
  transaction<T>(work: () => T): T;
  /** The same connection for queries both databases share. No transactions through it: one that waits would take in what others write meanwhile. */
  readonly queries: Kysely<Tables>;
  close(): void;
}

const MOST_STATEMENTS = 200;

/** A whole copy beside the database, as it was before it is taken further; one that is there from an earlier try stands. */
function backUp(db: DatabaseSync, copy: string): void {
  if (existsSync(copy)) return;
  const unfinished = `${copy}.tmp`;
  rmSync(unfinished, { force: true });
  db.prepare("VACUUM INTO ?").run(unfinished);
  chmodSync(unfinished, 0o600);
  renameSync(unfinished, copy);
}

function migrate(db: DatabaseSync, path: string): void {
  const { user_version: version } = db.prepare("PRAGMA user_version").get() as { user_version: number };
  if (version > MIGRATIONS.length) throw new RangeError("newer");
  if (version > 0 && version < MIGRATIONS.length) backUp(db, `${path}.version-${version}`);
  MIGRATIONS.slice(version).forEach((sql, i) => {
    db.exec(`BEGIN IMMEDIATE; ${sql}; PRAGMA user_version = ${version + i + 1}; COMMIT`);
  });
}

/** Compiling a statement costs more than running it. */
function remembered(db: DatabaseSync): (sql: string) => StatementSync {
  const known = new Map<string, StatementSync>();
  return (sql) => {
    const statement = known.get(sql) ?? db.prepare(sql);
    known.set(sql, statement);
    if (known.size > MOST_STATEMENTS) known.delete(known.keys().next().value!);
    return statement;
  };
}

function wrap(db: DatabaseSync): Database {
  const prepare = remembered(db);
  return {
    queries: sqliteQueries(prepare),
    run: (sql, ...values) => ({ changes: Number(prepare(sql).run(...values).changes) }),
    one: (sql, ...values) => prepare(sql).get(...values) as Row | undefined,
    all: (sql, ...values) => prepare(sql).all(...values) as Row[],
    transaction: (work) => {
      db.exec("BEGIN IMMEDIATE");
      try {
        const value = work();
        db.exec("COMMIT");
        return value;
      } catch (error) {
        // On a full disk SQLite has rolled back by itself already.
        if (db.isTransaction) db.exec("ROLLBACK");
        throw error;
      }
    },
    close: () => db.close(),
  };
}

const unusable = () =>
  err(
    emendError("storage_failed", "The database cannot be opened.", {
      stage: "store",
      help: "Check the data folder, or choose another with --data.",
    }),
  );

/**
 * Opens (and where needed creates and migrates) `folder/emend.sqlite`: WAL, `synchronous=FULL`, so that a commit survives power loss.
 * Before an older one is taken further a copy of it is left beside it (`emend.sqlite.version-N`).
 */
export async function openDatabase(folder: string): Promise<Result<Database>> {
  try {
    await makeFolder(folder, 0o700);
    const path = join(folder, "emend.sqlite");
    const db = new DatabaseSync(path, { timeout: 5000 });
    chmodSync(path, 0o600);
    db.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON");
    migrate(db, path);
    return ok(wrap(db));
  } catch {
    return unusable();
  }
}
