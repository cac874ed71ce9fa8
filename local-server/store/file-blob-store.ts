import { createHash, type Hash, randomUUID } from "node:crypto";
import { type FileHandle, open, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import * as v from "valibot";
import { type Digest, DigestSchema } from "../../protocol/edit.ts";
import { emendError, err, ok, type Result } from "../../protocol/errors.ts";
import { LIMITS } from "../../protocol/limits.ts";
import { makeFolder, storing, syncFolder } from "./atomic-file.ts";
import { readFileParts } from "./blob-reader.ts";
import type { BlobStore, BlobWriter, KeptBlob } from "./blob-store.ts";

const tooLarge = () =>
  err(emendError("payload_too_large", `A picture may have at most ${LIMITS.blobBytes / 1024 / 1024} MB.`, { help: "Export it smaller." }));
const mismatch = () =>
  err(emendError("digest_mismatch", "The bytes do not have the digest they were sent under.", { help: "Send them again." }));

/** `root/ab/abcdef…`. The digest is checked here as well, so that no caller can make a path of anything else. */
function pathOf(root: string, digest: Digest): string {
  const checked = v.parse(DigestSchema, digest);
  return join(root, checked.slice(0, 2), checked);
}

const incomingIn = (root: string): string => join(root, "incoming");

class FileBlobWriter implements BlobWriter {
  readonly #root: string;
  readonly #temporary: string;
  readonly #handle: FileHandle;
  readonly #hash: Hash = createHash("sha256");
  #size = 0;

  constructor(root: string, temporary: string, handle: FileHandle) {
    this.#root = root;
    this.#temporary = temporary;
    this.#handle = handle;
  }

  async write(part: Uint8Array): Promise<Result<undefined>> {
    this.#size += part.length;
    if (this.#size > LIMITS.blobBytes) {
      await this.abort();
      return tooLarge();
    }
    this.#hash.update(part);
    const written = await storing(() => this.#handle.writeFile(part));
    if (!written.ok) await this.abort();
    return written.ok ? ok(undefined) : written;
  }

  async commit(expected?: Digest): Promise<Result<Digest>> {
    const digest = this.#hash.digest("hex");
    if (expected !== undefined && digest !== expected) {
      await this.abort();
      return mismatch();
    }
    const kept = await storing(() => this.#publish(digest));
    if (!kept.ok) await this.abort();
    return kept.ok ? ok(digest) : kept;
  }

  async abort(): Promise<void> {
    await this.#handle.close().catch(() => undefined);
    await rm(this.#temporary, { force: true }).catch(() => undefined);
  }

  async #publish(digest: Digest): Promise<void> {
    await this.#handle.sync();
    await this.#handle.close();
    const path = pathOf(this.#root, digest);
    await makeFolder(dirname(path));
    await rename(this.#temporary, path);
    await syncFolder(dirname(path));
    await syncFolder(this.#root);
  }
}

async function sizeOf(path: string): Promise<number | undefined> {
  return stat(path).then(
    (found) => found.size,
    () => undefined,
  );
}

async function putBytes(store: Pick<BlobStore, "writer">, bytes: Uint8Array): Promise<Result<Digest>> {
  const writer = await store.writer();
  if (!writer.ok) return writer;
  const written = await writer.value.write(bytes);
  return written.ok ? writer.value.commit() : written;
}

async function* listed(root: string): AsyncGenerator<KeptBlob> {
  for (const folder of await readdir(root).catch(() => [])) {
    if (!/^[0-9a-f]{2}$/.test(folder)) continue;
    for (const digest of await readdir(join(root, folder))) {
      const found = v.is(DigestSchema, digest) ? await stat(join(root, folder, digest)).catch(() => undefined) : undefined;
      if (found !== undefined) yield { digest, bytes: found.size, storedAt: found.mtimeMs };
    }
  }
}

/** Blobs as files under `root`, which is made at the first write. */
export function fileBlobs(root: string): BlobStore {
  const incoming = incomingIn(root);
  const writer = (): Promise<Result<BlobWriter>> =>
    storing(async () => {
      await makeFolder(incoming, 0o700);
      const temporary = join(incoming, randomUUID());
      return new FileBlobWriter(root, temporary, await open(temporary, "wx", 0o600));
    });
  return {
    has: async (digest) => (await sizeOf(pathOf(root, digest))) !== undefined,
    size: (digest) => sizeOf(pathOf(root, digest)),
    get: (digest) => readFile(pathOf(root, digest)).catch(() => undefined),
    read: (digest) => readFileParts(pathOf(root, digest)),
    put: (bytes) => putBytes({ writer }, bytes),
    writer,
    list: () => listed(root),
    remove: (digest) => rm(pathOf(root, digest), { force: true }),
    publicUrl: () => undefined,
  };
}

/** `fileBlobs` with its folder made now. What a dead process left half-written in `root/incoming` is removed where `owner` is set. */
export async function openFileBlobStore(root: string, options: { readonly owner: boolean }): Promise<Result<BlobStore>> {
  const incoming = incomingIn(root);
  const opened = await storing(async () => {
    await makeFolder(incoming, 0o700);
    if (options.owner) for (const name of await readdir(incoming)) await rm(join(incoming, name), { force: true });
  });
  return opened.ok ? ok(fileBlobs(root)) : opened;
}
