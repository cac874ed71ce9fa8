import type { Tenant } from "../../protocol/access.ts";
import type { Digest } from "../../protocol/edit.ts";
import type { Result } from "../../protocol/errors.ts";

/** A blob on its way in. `write` in order; end with exactly one of `commit` and `abort`. */
export interface BlobWriter {
  /** Codes: `payload_too_large` (the writer is then aborted), `storage_full`, `storage_failed`. */
  write(part: Uint8Array): Promise<Result<undefined>>;
  /** Makes the blob visible and durable. `digest_mismatch` where the bytes do not have the digest expected. */
  commit(expected?: Digest): Promise<Result<Digest>>;
  abort(): Promise<void>;
}

/** The stores of all tenants. What one has, no other can reach, also by its digest. */
export interface BlobStores {
  of(tenant: Tenant): BlobStore;
}

/** A blob on its way out, for those who pass it on: `parts` gives it in order and holds one part of at most 1 MiB at a time. */
export interface BlobReader {
  readonly size: number;
  parts(): AsyncIterable<Uint8Array>;
}

export interface KeptBlob {
  readonly digest: Digest;
  readonly bytes: number;
  /** Milliseconds since 1970. */
  readonly storedAt: number;
}

/** Immutable bytes named by their SHA-256. A blob that was acknowledged is on disk. */
export interface BlobStore {
  has(digest: Digest): Promise<boolean>;
  /** Bytes as stored; `undefined` where there is no such blob. */
  size(digest: Digest): Promise<number | undefined>;
  get(digest: Digest): Promise<Uint8Array | undefined>;
  /** Like `get`, without holding the whole: for readers of any speed. */
  read(digest: Digest): Promise<BlobReader | undefined>;
  put(bytes: Uint8Array): Promise<Result<Digest>>;
  writer(): Promise<Result<BlobWriter>>;
  /** Everything stored, in no order. */
  list(): AsyncIterable<KeptBlob>;
  /** Does nothing where there is no such blob. */
  remove(digest: Digest): Promise<void>;
  /** Where everybody who has the address can read the blob, in stores that offer that. */
  publicUrl(digest: Digest): string | undefined;
}
