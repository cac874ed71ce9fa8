import type { Digest } from "../../protocol/edit.ts";
import { type EmendError, emendError, err, ok, type Result } from "../../protocol/errors.ts";
import type { BlobStore, BlobStores, BlobWriter } from "./blob-store.ts";

/** How long a count is trusted: others may store into the same place. */
const COUNT_MS = 10 * 60_000;

const exceeded = (quotaBytes: number): EmendError =>
  emendError("quota_exceeded", `The ${Math.round(quotaBytes / 1024 / 1024)} MB of this tenant are used up.`, {
    stage: "store",
    help: "Remove what is not needed any more (emend store collect), or ask for a larger quota.",
  });

/** Bytes a tenant has stored, counted now and then and kept up in between. */
class Usage {
  readonly #store: BlobStore;
  #bytes = 0;
  #countedAt = Number.NEGATIVE_INFINITY;

  constructor(store: BlobStore) {
    this.#store = store;
  }

  async bytes(): Promise<number> {
    if (performance.now() - this.#countedAt < COUNT_MS) return this.#bytes;
    this.#bytes = 0;
    for await (const { bytes } of this.#store.list()) this.#bytes += bytes;
    this.#countedAt = performance.now();
    return this.#bytes;
  }

  add(bytes: number): void {
    this.#bytes += bytes;
  }
}

function limitedWriter(
  writer: BlobWriter,
  usage: Usage,
  { room, quotaBytes }: { readonly room: number; readonly quotaBytes: number },
): BlobWriter {
  let size = 0;
  return {
    write: async (part) => {
      size += part.length;
      if (size <= room) return writer.write(part);
      await writer.abort();
      return err(exceeded(quotaBytes));
    },
    commit: async (expected) => {
      const kept = await writer.commit(expected);
      if (kept.ok) usage.add(size);
      return kept;
    },
    abort: () => writer.abort(),
  };
}

/** A store that takes in no more than `quotaBytes`; what is there already stays readable. */
export function limitedBlobs(store: BlobStore, quotaBytes: number): BlobStore {
  const usage = new Usage(store);
  const room = async (): Promise<Result<number>> => {
    const left = quotaBytes - (await usage.bytes());
    return left > 0 ? ok(left) : err(exceeded(quotaBytes));
  };
  const put = async (bytes: Uint8Array): Promise<Result<Digest>> => {
    const left = await room();
    if (!left.ok) return left;
    if (bytes.length > left.value) return err(exceeded(quotaBytes));
    const kept = await store.put(bytes);
    if (kept.ok) usage.add(bytes.length);
    return kept;
  };
  const writer = async (): Promise<Result<BlobWriter>> => {
    const left = await room();
    const inner = left.ok ? await store.writer() : left;
    return inner.ok && left.ok ? ok(limitedWriter(inner.value, usage, { room: left.value, quotaBytes })) : inner;
  };
  return {
    ...store,
    put,
    writer,
    remove: async (digest) => {
      const size = await store.size(digest);
      await store.remove(digest);
      usage.add(-(size ?? 0));
    },
  };
}

/** The same quota for every tenant. */
export function limitedBlobStores(stores: BlobStores, quotaBytes: number | undefined): BlobStores {
  if (quotaBytes === undefined) return stores;
  const known = new Map<string, BlobStore>();
  return {
    of: (tenant) => {
      const store = known.get(tenant) ?? limitedBlobs(stores.of(tenant), quotaBytes);
      known.set(tenant, store);
      return store;
    },
  };
}
