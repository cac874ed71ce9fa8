import { emendError, err, ok, type Result } from "../../protocol/errors.ts";
import { readBlobFrame } from "../../protocol/socket.ts";

interface Incoming {
  readonly bytes: Uint8Array<ArrayBuffer>;
  filled: number;
  readonly settle: (result: Result<Uint8Array<ArrayBuffer>>) => void;
}

/** Puts blobs together from binary frames. */
export class BlobInbox {
  readonly #incoming = new Map<number, Incoming>();

  /** Announces that `size` bytes will come for request `id`. Must be called before the first frame is taken. */
  expect(id: number, size: number): Promise<Result<Uint8Array<ArrayBuffer>>> {
    if (size === 0) return Promise.resolve(ok(new Uint8Array(0)));
    return new Promise((settle) => {
      this.#incoming.set(id, { bytes: new Uint8Array(size), filled: 0, settle });
    });
  }

  /** Takes one frame; frames of requests nobody waits for (given up meanwhile) are dropped. */
  take(frame: Uint8Array): void {
    const read = readBlobFrame(frame);
    const blob = read && this.#incoming.get(read.id);
    if (!blob) return;
    if (blob.filled + read.part.length > blob.bytes.length) {
      this.forget(read.id);
      blob.settle(err(emendError("bad_request", "The companion sent more bytes than it announced.")));
      return;
    }
    blob.bytes.set(read.part, blob.filled);
    blob.filled += read.part.length;
    if (blob.filled < blob.bytes.length) return;
    this.forget(read.id);
    blob.settle(ok(blob.bytes));
  }

  forget(id: number): void {
    this.#incoming.delete(id);
  }
}
