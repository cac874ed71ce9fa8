import { readdir } from "node:fs/promises";
import { join } from "node:path";
import * as v from "valibot";
import { OWNER_TENANT, type Tenant, TenantSchema } from "../../protocol/access.ts";
import { ok, type Result } from "../../protocol/errors.ts";
import type { BlobStore, BlobStores } from "./blob-store.ts";
import { fileBlobs, openFileBlobStore } from "./file-blob-store.ts";

/** The owner's pictures lie in `blobs`, those of another tenant in `tenants/<name>/blobs`. */
export const blobRootOf = (dataFolder: string, tenant: Tenant): string =>
  tenant === OWNER_TENANT ? join(dataFolder, "blobs") : join(dataFolder, "tenants", v.parse(TenantSchema, tenant), "blobs");

/** Tenants that have stored anything in this data folder, the owner first. */
export async function storedTenants(dataFolder: string): Promise<readonly Tenant[]> {
  const names = await readdir(join(dataFolder, "tenants")).catch(() => []);
  return [OWNER_TENANT, ...names.filter((name) => v.is(TenantSchema, name)).sort()];
}

/** Every tenant's pictures as files. `owner` also removes what a dead process left half-written. */
export async function openFileBlobStores(dataFolder: string, options: { readonly owner: boolean }): Promise<Result<BlobStores>> {
  for (const tenant of options.owner ? await storedTenants(dataFolder) : [OWNER_TENANT]) {
    const opened = await openFileBlobStore(blobRootOf(dataFolder, tenant), options);
    if (!opened.ok) return opened;
  }
  const known = new Map<Tenant, BlobStore>();
  return ok({
    of: (tenant) => {
      const store = known.get(tenant) ?? fileBlobs(blobRootOf(dataFolder, tenant));
      known.set(tenant, store);
      return store;
    },
  });
}
