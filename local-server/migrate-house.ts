import { createHash } from "node:crypto";
import type { Tenant } from "../protocol/access.ts";
import { emendError, err, ok, type Result } from "../protocol/errors.ts";
import type { PostgresJobQueue } from "./jobs/postgres-job-queue.ts";
import { moveAudit } from "./move-audit.ts";
import type { BlobStore, BlobStores } from "./store/blob-store.ts";
import type { Queries, Tables } from "./store/tables.ts";

/** What was moved: rows by table, pictures and their bytes. `found` counts the old place, `there` what the new one has of it. */
export interface Migrated {
  readonly tables: Readonly<Record<string, { readonly found: number; readonly there: number }>>;
  readonly pictures: { readonly found: number; readonly there: number; readonly bytes: number };
}

const ROWS_AT_ONCE = 500;

const MOVED = ["tokens", "batches", "jobs", "history", "reviews", "usage", "webhook_secrets", "webhooks"] as const;
type Table = (typeof MOVED)[number];
/** By what a row is the same row in both places, so that a second run copies nothing twice. */
const SAME: Readonly<Record<Table, readonly string[]>> = {
  tokens: ["id"],
  batches: ["id"],
  jobs: ["id"],
  history: ["job_id", "variant"],
  reviews: ["job_id", "token_id", "created_at"],
  usage: ["tenant", "day"],
  webhook_secrets: ["tenant"],
  webhooks: ["tenant", "subject", "url"],
};
/** In which order pages come, so that none is read twice; rows do not change while the data folder is held. */
function orderOf(table: Table): readonly string[] {
  if (table === "jobs") return ["created_at", "id"];
  return NUMBERED.has(table) ? ["id"] : SAME[table];
}
/** Numbered anew by the database that takes them in. */
const NUMBERED: ReadonlySet<Table> = new Set(["history", "reviews"]);

type AnyRow = Record<string, string | number | null>;

async function* pagesOf(from: Queries, table: Table): AsyncGenerator<AnyRow[]> {
  for (let offset = 0; ; offset += ROWS_AT_ONCE) {
    let page = from.selectFrom(table).selectAll().limit(ROWS_AT_ONCE).offset(offset);
    for (const column of orderOf(table)) page = page.orderBy(column as never);
    const rows = (await page.execute()) as unknown as AnyRow[];
    if (rows.length > 0) yield rows;
    if (rows.length < ROWS_AT_ONCE) return;
  }
}

async function isThere(to: Queries, table: Table, row: AnyRow): Promise<boolean> {
  let same = to.selectFrom(table).select("tenant");
  for (const column of SAME[table]) same = same.where(column as never, "=", row[column] as never);
  return (await same.executeTakeFirst()) !== undefined;
}

async function copyTable(from: Queries, to: Queries, table: Table): Promise<{ found: number; there: number }> {
  let [found, there] = [0, 0];
  for await (const rows of pagesOf(from, table)) {
    for (const row of rows) {
      found++;
      const { id, ...rest } = row;
      const kept = NUMBERED.has(table) ? rest : row;
      if (!(await isThere(to, table, row)))
        await to
          .insertInto(table)
          .values(kept as unknown as Tables[Table] as never)
          .execute();
      if (await isThere(to, table, row)) there++;
    }
  }
  return { found, there };
}

/** Jobs that have not ended wait in the new queue; those that have are kept as they are. */
async function copyJobs(from: Queries, to: Queries, queue: Pick<PostgresJobQueue, "adopt">): Promise<{ found: number; there: number }> {
  let [found, there] = [0, 0];
  for await (const rows of pagesOf(from, "jobs")) {
    await queue.adopt(rows as unknown as Tables["jobs"][]);
    found += rows.length;
    for (const row of rows) if (await isThere(to, "jobs", row)) there++;
  }
  return { found, there };
}

const digestOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** Copies what is missing and reads every picture back in its new place. A damaged original is not passed on. */
async function copyPictures(from: BlobStore, to: BlobStore): Promise<{ found: number; there: number; bytes: number }> {
  const total = { found: 0, there: 0, bytes: 0 };
  for await (const { digest, bytes } of from.list()) {
    total.found++;
    if (!(await to.has(digest))) {
      const original = await from.get(digest);
      if (original === undefined || digestOf(original) !== digest) continue;
      await to.put(original);
    }
    const back = await to.get(digest);
    if (back === undefined || digestOf(back) !== digest) continue;
    total.there++;
    total.bytes += bytes;
  }
  return total;
}

export interface Moving {
  readonly from: { readonly queries: Queries; readonly blobs: BlobStores; readonly tenants: readonly Tenant[] };
  /** Where the tables go; left out where they stay. */
  readonly database?: { readonly queries: Queries; readonly queue: Pick<PostgresJobQueue, "adopt"> } | undefined;
  /** Where the pictures go; left out where they stay. */
  readonly blobs?: BlobStores | undefined;
  onProgress(text: string): void;
}

async function movedTables({ from, database, onProgress }: Moving): Promise<Migrated["tables"]> {
  if (database === undefined) return {};
  const tables: Record<string, { found: number; there: number }> = {};
  for (const table of MOVED) {
    onProgress(`${table} …`);
    tables[table] =
      table === "jobs"
        ? await copyJobs(from.queries, database.queries, database.queue)
        : await copyTable(from.queries, database.queries, table);
  }
  onProgress("audit …");
  tables.audit = await moveAudit(from.queries, database.queries);
  return tables;
}

/**
 * Copies an embedded companion's data to a team's places and counts both sides afterwards, pictures by their digests. Nothing is taken
 * away from the old place, and a second run goes on where the first stopped. `storage_failed` where the counts differ.
 */
export async function migrateHouse(moving: Moving): Promise<Result<Migrated>> {
  const tables = await movedTables(moving);
  let pictures = { found: 0, there: 0, bytes: 0 };
  for (const tenant of moving.blobs === undefined ? [] : moving.from.tenants) {
    moving.onProgress(`pictures of ${tenant} …`);
    const of = await copyPictures(moving.from.blobs.of(tenant), moving.blobs!.of(tenant));
    pictures = { found: pictures.found + of.found, there: pictures.there + of.there, bytes: pictures.bytes + of.bytes };
  }
  moving.onProgress("");
  const migrated = { tables, pictures };
  const short = [...Object.entries(tables), ["pictures", pictures] as const].filter(([, { found, there }]) => there < found);
  if (short.length === 0) return ok(migrated);
  const what = short.map(([name, { found, there }]) => `${name} ${there}/${found}`).join(", ");
  const more = {
    stage: "store",
    help: "The old data are untouched; run it again, and see emend doctor.",
    details: { ...migrated },
  } as const;
  return err(emendError("storage_failed", `Not everything arrived: ${what}.`, more));
}
