import { createHash } from "node:crypto";
import type { Digest } from "../../protocol/edit.ts";
import { ok, type Result } from "../../protocol/errors.ts";
import { readBytes } from "./blob-reader.ts";
import type { BlobStore } from "./blob-store.ts";

/** Blobs for the length of one command. It has no writer: nobody streams into it. */
export function createMemoryBlobStore(): Pick<BlobStore, "has" | "size" | "get" | "read" | "put"> {
  const blobs = new Map<Digest, Uint8Array>();
  return {
    has: async (digest) => blobs.has(digest),
    size: async (digest) => blobs.get(digest)?.length,
    get: async (digest) => blobs.get(digest),
    read: async (digest) => {
      const bytes = blobs.get(digest);
      return bytes === undefined ? undefined : readBytes(bytes);
    },
    put: async (bytes): Promise<Result<Digest>> => {
      const digest = createHash("sha256").update(bytes).digest("hex");
      blobs.set(digest, bytes);
      return ok(digest);
    },
  };
}
