import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Companion, type CompanionOptions, startCompanion } from "../../local-server/companion.ts";
import { silentLogger } from "../../local-server/observability/logger.ts";
import { readToken } from "../../local-server/store/token-file.ts";
import type { JobView } from "../../protocol/edit.ts";
import { fakePlan } from "./plan.ts";

export interface RunningCompanion {
  readonly port: number;
  readonly token: string;
  readonly dataFolder: string;
  readonly companion: Companion;
  /** `fetch` with the token; `path` from the root. */
  call(path: string, init?: RequestInit): Promise<Response>;
  /** Stores bytes and gives their digest. */
  put(bytes: Uint8Array): Promise<string>;
  /** Submits an edit and waits for its end. */
  edit(request: Readonly<Record<string, unknown>>): Promise<JobView>;
  /** Ends it and removes its data. */
  stop(): Promise<void>;
}

export const digestOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

export const fakeOptions = (dataFolder: string): CompanionOptions => ({
  dataFolder,
  ports: [0],
  version: "0.0.0",
  revision: "test",
  engineNames: ["fake"],
  plan: fakePlan,
  workerEntry: new URL("./edit-worker.ts", import.meta.url),
  pagesFolder: join(dataFolder, "no-pages"),
  logger: silentLogger,
  settings: { jobs: 1, engineLimits: {} },
});

export async function waitForEnd(call: RunningCompanion["call"], jobId: string): Promise<JobView> {
  for (;;) {
    const job = (await (await call(`/api/v1/jobs/${jobId}`)).json()) as JobView;
    if (job.status !== "queued" && job.status !== "running") return job;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** A companion in this process with the fake engine behind it. */
export async function runCompanion(overrides: Partial<CompanionOptions> = {}): Promise<RunningCompanion> {
  const dataFolder = overrides.dataFolder ?? mkdtempSync(join(tmpdir(), "emend-companion-"));
  const companion = await startCompanion({ ...fakeOptions(dataFolder), ...overrides });
  const token = await readToken(dataFolder);
  if (!companion.ok || !token.ok) throw new Error("the companion does not start");
  const { port } = companion.value;
  const call: RunningCompanion["call"] = (path, init = {}) => {
    return fetch(`http://127.0.0.1:${port}${path}`, { ...init, headers: { authorization: `Bearer ${token.value}`, ...init.headers } });
  };
  const put = async (bytes: Uint8Array): Promise<string> => {
    const digest = digestOf(bytes);
    await call(`/api/v1/blobs/${digest}`, { method: "PUT", body: bytes as Uint8Array<ArrayBuffer> });
    return digest;
  };
  const edit = async (request: Readonly<Record<string, unknown>>): Promise<JobView> => {
    const accepted = await call("/api/v1/edits", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(request),
    });
    const { jobId } = (await accepted.json()) as { jobId: string };
    return waitForEnd(call, jobId);
  };
  const stop = async (): Promise<void> => {
    await companion.value.close();
    rmSync(dataFolder, { recursive: true, force: true });
  };
  return { port, token: token.value, dataFolder, companion: companion.value, call, put, edit, stop };
}
