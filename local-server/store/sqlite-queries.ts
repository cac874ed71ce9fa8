import type { SQLInputValue, StatementSync } from "node:sqlite";
import { Kysely, SqliteDialect } from "kysely";
import type { Tables } from "./tables.ts";

/** Kysely over `node:sqlite`, whose statements lack only the word `reader`. The connection belongs to the caller. */
export function sqliteQueries(prepare: (sql: string) => StatementSync): Kysely<Tables> {
  const database = {
    close: () => undefined,
    prepare: (sql: string) => {
      const statement = prepare(sql);
      const values = (list: readonly unknown[]): SQLInputValue[] => list as SQLInputValue[];
      return {
        reader: statement.columns().length > 0,
        all: (list: readonly unknown[]) => statement.all(...values(list)),
        run: (list: readonly unknown[]) => statement.run(...values(list)),
        iterate: (list: readonly unknown[]) => statement.iterate(...values(list)),
      };
    },
  };
  return new Kysely<Tables>({ dialect: new SqliteDialect({ database }) });
}
