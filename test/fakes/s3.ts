import { mkdtemp, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { S3Settings } from "../../local-server/store/s3-blob-stores.ts";

/** An S3-like server for tests (npm's `s3rver`) on a free loopback port. It ignores `If-None-Match`, so nothing may rely on that. */
export interface TestS3 {
  readonly settings: S3Settings;
  stop(): Promise<void>;
}

interface S3Rver {
  run(): Promise<{ readonly port: number }>;
  close(): Promise<void>;
}

export async function startS3(): Promise<TestS3> {
  const folder = await mkdtemp(join(tmpdir(), "emend-s3-"));
  // CommonJS without types.
  const Rver = createRequire(import.meta.url)("s3rver") as new (options: Readonly<Record<string, unknown>>) => S3Rver;
  const server = new Rver({ address: "127.0.0.1", port: 0, silent: true, directory: folder });
  const { port } = await server.run();
  return {
    settings: { endpoint: `http://127.0.0.1:${port}/emend-test`, region: "us-east-1", keyId: "S3RVER", secret: "S3RVER" },
    stop: async () => {
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
