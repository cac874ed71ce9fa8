import type { Result } from "../protocol/errors.ts";
import type { TeamSettings } from "./config/team-settings.ts";
import type { BlobStores } from "./store/blob-store.ts";
import { openFileBlobStores } from "./store/file-blob-stores.ts";
import { limitedBlobStores } from "./store/limited-blobs.ts";

/** The pictures of all tenants: in the bucket where one is set up, else in the data folder. `owner`: this process alone writes there. */
export async function openBlobs(
  dataFolder: string,
  { s3, quotaBytes }: Pick<TeamSettings, "s3" | "quotaBytes">,
  options: { readonly owner: boolean },
): Promise<Result<BlobStores>> {
  const stores =
    s3 === undefined
      ? await openFileBlobStores(dataFolder, options)
      : await (await import("./store/s3-blob-stores.ts")).openS3BlobStores(s3);
  return stores.ok ? { ok: true, value: limitedBlobStores(stores.value, quotaBytes) } : stores;
}
