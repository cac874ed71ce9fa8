import { createHash } from "node:crypto";
import { S3mini } from "s3mini";
import * as v from "valibot";
import { type Tenant, TenantSchema } from "../../protocol/access.ts";
import { type Digest, DigestSchema } from "../../protocol/edit.ts";
import { emendError, err, ok, type Result } from "../../protocol/errors.ts";
import { LIMITS } from "../../protocol/limits.ts";
import { readBytes } from "./blob-reader.ts";
import type { BlobStore, BlobStores, BlobWriter, KeptBlob } from "./blob-store.ts";
import { StorageTrouble } from "./storage-trouble.ts";

export interface S3Settings {
  /** Address of the bucket: `https://host/bucket` or `https://bucket.host`. */
  readonly endpoint: string;
  readonly region: string;
  readonly keyId: string;
  readonly secret: string;
  /** Where the same objects are public, without a closing slash: a CDN before the bucket. */
  readonly publicUrl?: string | undefined;
}

const REQUEST_MS = 60_000;
const LIST_AT_ONCE = 1000;

const trouble = (): StorageTrouble =>
  new StorageTrouble(
    emendError("storage_failed", "The object store does not answer.", {
      stage: "store",
      retryable: true,
      help: "Check EMEND_S3_ENDPOINT and its keys, then try again.",
    }),
  );

/** `tenant/digest`: each part is checked here as well, so that no caller can name anything else. */
const keyOf = (tenant: Tenant, digest: Digest): string => `${v.parse(TenantSchema, tenant)}/${v.parse(DigestSchema, digest)}`;

async function asking<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch {
    throw trouble();
  }
}

async function put(s3: S3mini, key: string, bytes: Uint8Array): Promise<Result<undefined>> {
  try {
    const { ok: kept } = await s3.putObject(key, bytes, "application/octet-stream");
    return kept ? ok(undefined) : err(trouble().fault);
  } catch {
    return err(trouble().fault);
  }
}

/** Collects in memory: an object is sent whole, under the digest of all its bytes. */
class S3BlobWriter implements BlobWriter {
  readonly #keep: (digest: Digest, bytes: Uint8Array) => Promise<Result<undefined>>;
  #parts: Uint8Array[] = [];
  #size = 0;

  constructor(keep: (digest: Digest, bytes: Uint8Array) => Promise<Result<undefined>>) {
    this.#keep = keep;
  }

  async write(part: Uint8Array): Promise<Result<undefined>> {
    this.#size += part.length;
    this.#parts.push(new Uint8Array(part));
    if (this.#size <= LIMITS.blobBytes) return ok(undefined);
    await this.abort();
    const most = LIMITS.blobBytes / 1024 / 1024;
    return err(emendError("payload_too_large", `A picture may have at most ${most} MB.`, { help: "Export it smaller." }));
  }

  async commit(expected?: Digest): Promise<Result<Digest>> {
    const bytes = Buffer.concat(this.#parts);
    await this.abort();
    const digest = createHash("sha256").update(bytes).digest("hex");
    if (expected !== undefined && expected !== digest)
      return err(emendError("digest_mismatch", "The bytes do not have the digest they were sent under.", { help: "Send them again." }));
    const kept = await this.#keep(digest, bytes);
    return kept.ok ? ok(digest) : kept;
  }

  async abort(): Promise<void> {
    this.#parts = [];
  }
}

async function* listed(s3: S3mini, tenant: Tenant): AsyncGenerator<KeptBlob> {
  let from: string | undefined;
  do {
    const page = await asking(() => s3.listObjectsPaged("/", `${tenant}/`, LIST_AT_ONCE, from));
    for (const { Key, Size, LastModified } of page?.objects ?? []) {
      const digest = Key.slice(Key.lastIndexOf("/") + 1);
      if (v.is(DigestSchema, digest)) yield { digest, bytes: Number(Size), storedAt: new Date(LastModified).getTime() };
    }
    from = page?.nextContinuationToken;
  } while (from !== undefined);
}

function storeOf(s3: S3mini, tenant: Tenant, publicUrl: string | undefined): BlobStore {
  const has = (digest: Digest): Promise<boolean> => asking(async () => (await s3.objectExists(keyOf(tenant, digest))) === true);
  const get = async (digest: Digest): Promise<Uint8Array | undefined> => {
    const bytes = await asking(() => s3.getObjectArrayBuffer(keyOf(tenant, digest)));
    return bytes === null ? undefined : new Uint8Array(bytes);
  };
  // Content addresses make a second write of the same object harmless, so nothing relies on conditional writes.
  const writer = async (): Promise<Result<BlobWriter>> => ok(new S3BlobWriter((digest, bytes) => put(s3, keyOf(tenant, digest), bytes)));
  return {
    has,
    get,
    size: async (digest) => ((await has(digest)) ? asking(() => s3.getContentLength(keyOf(tenant, digest))) : undefined),
    read: async (digest) => {
      const bytes = await get(digest);
      return bytes === undefined ? undefined : readBytes(bytes);
    },
    put: async (bytes) => {
      const digest = createHash("sha256").update(bytes).digest("hex");
      const kept = await put(s3, keyOf(tenant, digest), bytes);
      return kept.ok ? ok(digest) : kept;
    },
    writer,
    list: () => listed(s3, tenant),
    remove: async (digest) => {
      await asking(() => s3.deleteObject(keyOf(tenant, digest)));
    },
    publicUrl: (digest) => (publicUrl === undefined ? undefined : `${publicUrl}/${keyOf(tenant, digest)}`),
  };
}

/** Every tenant's pictures in one bucket of an S3-compatible server, under the tenant's name. Makes the bucket where it is missing. */
export async function openS3BlobStores({ endpoint, region, keyId, secret, publicUrl }: S3Settings): Promise<Result<BlobStores>> {
  try {
    const s3 = new S3mini({ endpoint, region, accessKeyId: keyId, secretAccessKey: secret, requestAbortTimeout: REQUEST_MS });
    if (!(await s3.bucketExists())) await s3.createBucket();
    const known = new Map<Tenant, BlobStore>();
    return ok({
      of: (tenant) => {
        const store = known.get(tenant) ?? storeOf(s3, tenant, publicUrl);
        known.set(tenant, store);
        return store;
      },
    });
  } catch {
    return err(trouble().fault);
  }
}
