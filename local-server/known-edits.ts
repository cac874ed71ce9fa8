import type { Tenant } from "../protocol/access.ts";
import type { EditRequest, EditResult } from "../protocol/edit.ts";
import { cacheKeyOf } from "./pipeline/edit-settings.ts";
import type { BlobStores } from "./store/blob-store.ts";
import { createResultCache } from "./store/result-cache.ts";
import type { Queries } from "./store/tables.ts";

export interface KnownEdits {
  /** What the same request of this tenant gave not long ago, unless it asks for new results. */
  of(tenant: Tenant, request: EditRequest): Promise<readonly EditResult[] | undefined>;
  remember(tenant: Tenant, request: EditRequest, results: readonly EditResult[]): Promise<void>;
}

export interface KnownEditsOptions {
  readonly queries: Queries;
  readonly blobs: BlobStores;
  /** Stands for the code: what other code made is not known. */
  readonly revision: string;
  /** How long a result is good for; a day where it is left out. */
  readonly hours?: number | undefined;
}

/** The caches of all tenants. */
export function knownEdits({ queries, blobs, revision, hours }: KnownEditsOptions): KnownEdits {
  const cacheOf = (tenant: Tenant) => createResultCache(queries, { tenant, blobs: blobs.of(tenant), hours });
  return {
    of: async (tenant, request) => (request.options?.cache === false ? undefined : cacheOf(tenant).get(cacheKeyOf(request, revision))),
    remember: (tenant, request, results) => cacheOf(tenant).set(cacheKeyOf(request, revision), results),
  };
}
