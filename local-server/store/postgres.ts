import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import { emendError, err, ok, type Result } from "../../protocol/errors.ts";
import { migratePostgres, SCHEMA } from "./migrate-postgres.ts";
import type { Tables } from "./tables.ts";

/** The database a team's companions and workers share. */
export interface Postgres {
  readonly queries: Kysely<Tables>;
  /** A connection of its own that hears `channel`; it comes back by itself when it breaks. Gives the undo. */
  listen(channel: string, heard: (payload: string) => void): Promise<() => Promise<void>>;
  close(): Promise<void>;
}

const INT8 = 20;
const CONNECT_MS = 10_000;
const RECONNECT_MS = 1_000;

const numbers: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: "text" | "binary") =>
    oid === INT8 ? (value: string) => Number(value) : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
};

/** One listening connection, replaced when it breaks until `ended`. */
class Ear {
  readonly #url: string;
  readonly #channel: string;
  readonly #heard: (payload: string) => void;
  #client: pg.Client | undefined;
  #ended = false;

  constructor(url: string, channel: string, heard: (payload: string) => void) {
    this.#url = url;
    this.#channel = channel;
    this.#heard = heard;
  }

  async open(): Promise<void> {
    const client = new pg.Client({ connectionString: this.#url, keepAlive: true, connectionTimeoutMillis: CONNECT_MS });
    client.on("notification", ({ payload }) => this.#heard(payload ?? ""));
    client.on("error", () => this.#lost(client));
    client.on("end", () => this.#lost(client));
    await client.connect();
    await client.query(`LISTEN ${pg.escapeIdentifier(this.#channel)}`);
    this.#client = client;
  }

  async end(): Promise<void> {
    this.#ended = true;
    await this.#client?.end().catch(() => undefined);
  }

  #lost(client: pg.Client): void {
    if (this.#ended || this.#client !== client) return;
    this.#client = undefined;
    const again = (): void => void (this.#ended ? undefined : this.open().catch(() => setTimeout(again, RECONNECT_MS).unref()));
    setTimeout(again, RECONNECT_MS).unref();
  }
}

/**
 * Opens (and where needed creates and migrates) the tables in schema `emend` of the database at `url`:
 * `postgres://user:password@host:port/name`. Before older tables are taken further a copy of them is left in schema `emend_version_N`.
 */
export async function openPostgres(url: string, { connections = 10 }: { readonly connections?: number } = {}): Promise<Result<Postgres>> {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    types: numbers,
    options: `-c search_path=${SCHEMA}`,
    connectionTimeoutMillis: CONNECT_MS,
    keepAlive: true,
  });
  // A connection that breaks while it rests is replaced by the pool; without a listener it would end the process.
  pool.on("error", () => undefined);
  const queries = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  try {
    await migratePostgres(queries);
  } catch (error) {
    await queries.destroy();
    const newer = error instanceof RangeError;
    const message = newer ? "The database is of a newer version of Emend." : "The database cannot be reached or set up.";
    const help = newer ? "Update this companion." : "Check EMEND_DATABASE_URL and that its user may create schemas.";
    return err(emendError("storage_failed", message, { stage: "store", help }));
  }
  const listen: Postgres["listen"] = async (channel, heard) => {
    const ear = new Ear(url, channel, heard);
    await ear.open();
    return () => ear.end();
  };
  return ok({ queries, listen, close: () => queries.destroy() });
}
