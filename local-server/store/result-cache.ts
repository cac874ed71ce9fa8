import type { Kysely } from "kysely";
import * as v from "valibot";
import type { Tenant } from "../../protocol/access.ts";
import { type EditResult, EditResultSchema } from "../../protocol/edit.ts";
import type { BlobStore } from "./blob-store.ts";
import type { Tables } from "./tables.ts";

const HOUR_MS = 60 * 60 * 1000;
/** Where nothing else is set. */
export const CACHE_HOURS = 24;
const Results = v.array(EditResultSchema);

/** Finished edits of one tenant by the digest of everything that determined them, for a time. */
export interface ResultCache {
  /** Results as first made but marked `cache: "hit"`; `undefined` where there are none, or their pictures are gone. */
  get(key: string): Promise<readonly EditResult[] | undefined>;
  set(key: string, results: readonly EditResult[]): Promise<void>;
}

export interface CacheOwner {
  readonly tenant: Tenant;
  readonly blobs: BlobStore;
  /** How long a result is good for, default 24; 0 keeps none. */
  readonly hours?: number | undefined;
}

export function createResultCache(queries: Kysely<Tables>, owner: CacheOwner, now: () => number = Date.now): ResultCache {
  const { tenant, blobs, hours = CACHE_HOURS } = owner;
  const oldest = (): number => now() - hours * HOUR_MS;
  const read = async (key: string): Promise<readonly EditResult[] | undefined> => {
    const kept = queries.selectFrom("cache").select("results").where("tenant", "=", tenant).where("key", "=", key);
    const row = await kept.where("created_at", ">", oldest()).executeTakeFirst();
    const parsed = row === undefined ? undefined : v.safeParse(Results, JSON.parse(row.results));
    return parsed?.success ? parsed.output : undefined;
  };
  return {
    get: async (key) => {
      const results = await read(key);
      const digests = results?.flatMap((r) => [r.patch.sha256, r.result.sha256]) ?? [];
      const present = await Promise.all(digests.map((digest) => blobs.has(digest)));
      return present.every(Boolean) ? results?.map((r) => ({ ...r, cache: "hit" as const })) : undefined;
    },
    set: async (key, results) => {
      await queries.deleteFrom("cache").where("created_at", "<=", oldest()).execute();
      const row = { results: JSON.stringify(results), created_at: now() };
      const insert = queries.insertInto("cache").values({ tenant, key, ...row });
      await insert.onConflict((conflict) => conflict.columns(["tenant", "key"]).doUpdateSet(row)).execute();
    },
  };
}
