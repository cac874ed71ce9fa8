import { type FileHandle, open, stat } from "node:fs/promises";
import type { BlobReader } from "./blob-store.ts";

/** Every reader that stands still holds a few of these. */
const PART_BYTES = 256 * 1024;

async function* partsOfFile(path: string): AsyncGenerator<Uint8Array> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(path, "r");
    for (;;) {
      const { bytesRead, buffer } = await handle.read(new Uint8Array(PART_BYTES), 0, PART_BYTES);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await handle?.close();
  }
}

/** A file part by part; its handle is closed also where the reader stops early. `undefined` where there is no such file. */
export async function readFileParts(path: string): Promise<BlobReader | undefined> {
  const found = await stat(path).catch(() => undefined);
  return found === undefined ? undefined : { size: found.size, parts: () => partsOfFile(path) };
}

async function* partsOfBytes(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += PART_BYTES) yield bytes.subarray(at, at + PART_BYTES);
}

/** For stores that have a blob in memory anyway. */
export const readBytes = (bytes: Uint8Array): BlobReader => ({ size: bytes.length, parts: () => partsOfBytes(bytes) });
