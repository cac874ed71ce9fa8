import type { Tenant } from "../../protocol/access.ts";
import type { BlobStore } from "./blob-store.ts";
import type { Queries } from "./tables.ts";

/** A picture sent but not yet used in an edit stays this long. */
export const ORPHAN_GRACE_MS = 24 * 60 * 60 * 1000;
const ROWS_AT_ONCE = 500;
const DIGESTS = /[0-9a-f]{64}/g;

export interface Collected {
  readonly kept: number;
  readonly removed: number;
  readonly removedBytes: number;
}

/** Reads a table of a tenant in pages by a rising column. */
async function* texts(queries: Queries, tenant: Tenant, table: "history" | "jobs" | "cache"): AsyncGenerator<string> {
  const [by, columns] = (
    { history: ["id", ["result", "recipe"]], jobs: ["id", ["request", "results"]], cache: ["key", ["results"]] } as const
  )[table];
  let after: string | number | undefined;
  for (;;) {
    let page = queries
      .selectFrom(table)
      .select([by, ...columns] as never)
      .where("tenant", "=", tenant);
    if (after !== undefined) page = page.where(by as never, ">", after as never);
    const rows = (await page
      .orderBy(by as never)
      .limit(ROWS_AT_ONCE)
      .execute()) as Record<string, string | number | null>[];
    for (const row of rows) for (const column of columns) yield String(row[column] ?? "");
    if (rows.length < ROWS_AT_ONCE) return;
    after = rows.at(-1)![by]!;
  }
}

/** Every digest named anywhere in what a tenant keeps: some name no blob, none that does is missing. */
async function referenced(queries: Queries, tenant: Tenant): Promise<ReadonlySet<string>> {
  const named = new Set<string>();
  for (const table of ["history", "jobs", "cache"] as const)
    for await (const text of texts(queries, tenant, table)) for (const [digest] of text.matchAll(DIGESTS)) named.add(digest);
  return named;
}

/** Removes pictures of a tenant that no edit, version or cached result names and that came in longer than the grace ago. */
export async function collectOrphans(
  place: { readonly queries: Queries; readonly blobs: BlobStore; readonly tenant: Tenant },
  { graceMs = ORPHAN_GRACE_MS, now = Date.now() }: { readonly graceMs?: number; readonly now?: number } = {},
): Promise<Collected> {
  // Listed first: what is stored and named in between is in no list, so it cannot be taken for an orphan.
  const old: { readonly digest: string; readonly bytes: number }[] = [];
  let kept = 0;
  for await (const { digest, bytes, storedAt } of place.blobs.list()) {
    if (storedAt < now - graceMs) old.push({ digest, bytes });
    else kept++;
  }
  const named = await referenced(place.queries, place.tenant);
  const orphans = old.filter(({ digest }) => !named.has(digest));
  for (const { digest } of orphans) await place.blobs.remove(digest);
  return {
    kept: kept + old.length - orphans.length,
    removed: orphans.length,
    removedBytes: orphans.reduce((sum, { bytes }) => sum + bytes, 0),
  };
}
