import { chmodSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync, type SQLInputValue } from "node:sqlite";
import { emendError, err, ok, type Result } from "../../protocol/errors.ts";
import { makeFolder } from "./atomic-file.ts";
import { MIGRATIONS } from "./migrations.ts";

export type Row = Readonly<Record<string, string | number | bigint | null | Uint8Array>>;

/** The embedded database. Synchronous: statements here take well under a millisecond, commits one fsync. */
export interface Database {
  run(sql: string, ...values: readonly SQLInputValue[]): { readonly changes: number };
  one(sql: string, ...values: readonly SQLInputValue[]): Row | undefined;
  all(sql: string, ...values: readonly SQLInputValue[]): readonly Row[];
  /** Commits when `work` returns, rolls back when it throws. Committed means on disk. */
  transaction<T>(work: () => T): T;
  close(): void;
}

function migrate(db: DatabaseSync): void {
  const { user_version: version } = db.prepare("PRAGMA user_version").get() as { user_version: number };
  if (version > MIGRATIONS.length) throw new RangeError("newer");
  MIGRATIONS.slice(version).forEach((sql, i) => {
    db.exec(`BEGIN IMMEDIATE; ${sql}; PRAGMA user_version = ${version + i + 1}; COMMIT`);
  });
}

function wrap(db: DatabaseSync): Database {
  return {
    run: (sql, ...values) => ({ changes: Number(db.prepare(sql).run(...values).changes) }),
    one: (sql, ...values) => db.prepare(sql).get(...values) as Row | undefined,
    all: (sql, ...values) => db.prepare(sql).all(...values) as Row[],
    transaction: (work) => {
      db.exec("BEGIN IMMEDIATE");
      try {
        const value = work();
        db.exec("COMMIT");
        return value;
      } catch (error) {
        db.exec("ROLLBACK");
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

/** Opens (and where needed creates and migrates) `folder/emend.sqlite`: WAL, `synchronous=FULL`, so that a commit survives power loss. */
export async function openDatabase(folder: string): Promise<Result<Database>> {
  try {
    await makeFolder(folder, 0o700);
    const path = join(folder, "emend.sqlite");
    const db = new DatabaseSync(path, { timeout: 5000 });
    chmodSync(path, 0o600);
    db.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON");
    migrate(db);
    return ok(wrap(db));
  } catch {
    return unusable();
  }
}
