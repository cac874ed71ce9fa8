import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { openFileBlobStores } from "../../local-server/store/file-blob-stores.ts";
import { openS3BlobStores } from "../../local-server/store/s3-blob-stores.ts";
import { startS3 } from "../fakes/s3.ts";
import { blobStoreContract } from "./blob-store-contract.ts";

const folder = mkdtempSync(join(tmpdir(), "emend-blobs-"));
const s3 = await startS3();
after(async () => {
  await s3.stop();
  rmSync(folder, { recursive: true });
});
let count = 0;

blobStoreContract("files", async () => {
  const stores = await openFileBlobStores(join(folder, String(count++)), { owner: true });
  assert.ok(stores.ok);
  return stores.value;
});

blobStoreContract("s3", async () => {
  const stores = await openS3BlobStores({ ...s3.settings, endpoint: `${s3.settings.endpoint}-${count++}` });
  assert.ok(stores.ok);
  return stores.value;
});

test("s3: a public address is the tenant's object behind the address given", async () => {
  const stores = await openS3BlobStores({ ...s3.settings, publicUrl: "https://cdn.test/emend" });
  assert.ok(stores.ok);
  assert.equal(stores.value.of("acme").publicUrl("a".repeat(64)), `https://cdn.test/emend/acme/${"a".repeat(64)}`);
});

test("s3: a server that does not answer is said in words", async () => {
  const stores = await openS3BlobStores({ ...s3.settings, endpoint: "http://127.0.0.1:9/none" });
  assert.equal(!stores.ok && stores.error.code, "storage_failed");
});
