import type { Digest } from "../../protocol/edit.ts";
import { emendError, err, ok, type Result } from "../../protocol/errors.ts";
import type { BlobStore, BlobWriter } from "../store/blob-store.ts";

interface Upload {
  readonly writer: BlobWriter;
  readonly expected: Digest | undefined;
  left: number;
}

const MAX_UPLOADS = 4;
const refused = (message: string): Result<never> => err(emendError("bad_request", message));

/** The uploads of one connection, by request id. `undefined` as a value means: more bytes are to come. */
export class BlobUploads {
  readonly #blobs: BlobStore;
  readonly #open = new Map<number, Upload>();

  constructor(blobs: BlobStore) {
    this.#blobs = blobs;
  }

  async begin(id: number, size: number, expected: Digest | undefined): Promise<Result<Digest | undefined>> {
    if (this.#open.has(id)) return refused("This upload has begun already.");
    if (this.#open.size >= MAX_UPLOADS)
      return err(emendError("rate_limited", "Too many uploads at once.", { help: "Wait for the earlier ones to end." }));
    const writer = await this.#blobs.writer();
    if (!writer.ok) return writer;
    const upload: Upload = { writer: writer.value, expected, left: size };
    this.#open.set(id, upload);
    return this.#finishIfWhole(id, upload);
  }

  async receive(id: number, part: Uint8Array): Promise<Result<Digest | undefined>> {
    const upload = this.#open.get(id);
    if (upload === undefined) return refused("No upload was announced under this id.");
    if (part.length > upload.left) return this.#fail(id, upload, refused("More bytes came than were announced."));
    upload.left -= part.length;
    const written = await upload.writer.write(part);
    return written.ok ? this.#finishIfWhole(id, upload) : this.#fail(id, upload, written);
  }

  async abortAll(): Promise<void> {
    const open = [...this.#open.values()];
    this.#open.clear();
    await Promise.all(open.map((upload) => upload.writer.abort()));
  }

  async #finishIfWhole(id: number, upload: Upload): Promise<Result<Digest | undefined>> {
    if (upload.left > 0) return ok(undefined);
    this.#open.delete(id);
    return upload.writer.commit(upload.expected);
  }

  async #fail(id: number, upload: Upload, failure: Result<never>): Promise<Result<never>> {
    this.#open.delete(id);
    await upload.writer.abort();
    return failure;
  }
}
