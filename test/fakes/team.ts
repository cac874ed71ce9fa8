import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startPostgres, type TestPostgres } from "./postgres.ts";
import { startS3, type TestS3 } from "./s3.ts";
import { type EmendProcess, type Served, startServe, startWorker } from "./served.ts";

/** A team's set-up on this machine: a database server, an object store, one companion that only accepts, and workers. */
export interface Team {
  readonly databaseUrl: string;
  readonly served: Served;
  /** Starts one more worker process with a data folder of its own. */
  worker(): Promise<EmendProcess>;
  stop(): Promise<void>;
}

/** `undefined` where there is no PostgreSQL for this machine. */
export async function startTeam(): Promise<Team | undefined> {
  const postgres: TestPostgres | undefined = await startPostgres();
  if (postgres === undefined) return undefined;
  const s3: TestS3 = await startS3();
  const folders: string[] = [];
  const workers: EmendProcess[] = [];
  const folder = (): string => {
    folders.push(mkdtempSync(join(tmpdir(), "emend-team-")));
    return folders.at(-1)!;
  };
  const databaseUrl = await postgres.database();
  const env = {
    EMEND_DATABASE_URL: databaseUrl,
    EMEND_S3_ENDPOINT: s3.settings.endpoint,
    EMEND_S3_REGION: s3.settings.region,
    EMEND_S3_KEY_ID: s3.settings.keyId,
    EMEND_S3_SECRET: s3.settings.secret,
  };
  const served = await startServe({ folder: folder(), env: { ...env, EMEND_JOBS: "0" } });
  return {
    databaseUrl,
    served,
    worker: async () => {
      const worker = await startWorker({ folder: folder(), env });
      workers.push(worker);
      return worker;
    },
    stop: async () => {
      await Promise.all([served, ...workers].map((one) => one.end("SIGTERM")));
      await s3.stop();
      await postgres.stop();
      for (const path of folders) rmSync(path, { recursive: true, force: true });
    },
  };
}
