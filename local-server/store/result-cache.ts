import * as v from "valibot";
import { type EditResult, EditResultSchema } from "../../protocol/edit.ts";
import type { BlobStore } from "./blob-store.ts";
import type { Database } from "./database.ts";

const TTL_MS = 24 * 60 * 60 * 1000;
const Results = v.array(EditResultSchema);

/** Finished edits by the digest of everything that determined them, for 24 hours. */
export interface ResultCache {
  /** Results as first made but marked `cache: "hit"`; `undefined` where there are none, or their pictures are gone. */
  get(key: string): Promise<readonly EditResult[] | undefined>;
  set(key: string, results: readonly EditResult[]): void;
}

export function createResultCache(db: Database, blobs: BlobStore, now: () => number = Date.now): ResultCache {
  const read = (key: string): readonly EditResult[] | undefined => {
    const row = db.one("SELECT results FROM cache WHERE key = ? AND created_at > ?", key, now() - TTL_MS);
    const parsed = row === undefined ? undefined : v.safeParse(Results, JSON.parse(String(row.results)));
    return parsed?.success ? parsed.output : undefined;
  };
  return {
    get: async (key) => {
      const results = read(key);
      const digests = results?.flatMap((r) => [r.patch.sha256, r.result.sha256]) ?? [];
      const present = await Promise.all(digests.map((digest) => blobs.has(digest)));
      return present.every(Boolean) ? results?.map((r) => ({ ...r, cache: "hit" as const })) : undefined;
    },
    set: (key, results) => {
      db.run("DELETE FROM cache WHERE created_at <= ?", now() - TTL_MS);
      db.run("INSERT OR REPLACE INTO cache (key, results, created_at) VALUES (?, ?, ?)", key, JSON.stringify(results), now());
    },
  };
}
