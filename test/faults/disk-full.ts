import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { JobView } from "../../protocol/edit.ts";
import { startServe } from "../fakes/served.ts";
import { somePng } from "../fixtures/broken-pictures.ts";

/** What a companion did while its disk was full and when space came back. */
export interface DiskFullReport {
  /** Codes of what was asked for while there was no room. */
  readonly refusals: readonly string[];
  readonly healthWhileFull: boolean;
  /** Edits acknowledged before or while the disk was full that are not done in the end. */
  readonly unfinished: number;
  /** Uploads while full of which a part stayed. */
  readonly leftovers: boolean;
  readonly doneAfterwards: boolean;
  readonly sameProcess: boolean;
}

/** A small file system of its own can be mounted by root on Linux only. */
export const cannotMount = (): string | undefined =>
  process.platform === "linux" && process.getuid?.() === 0 ? undefined : "only root on Linux can mount a small disk";

const DISK_BYTES = 16 * 1024 * 1024;
const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Takes what is free, down to the last page. */
function fill(path: string, room: string): void {
  for (let size = DISK_BYTES; size >= 512; size /= 2) {
    for (;;) {
      const { bavail, bsize } = statfsSync(room);
      if (bavail * bsize < size) break;
      try {
        writeFileSync(join(path, `fill-${randomBytes(6).toString("hex")}`), new Uint8Array(size));
      } catch {
        break;
      }
    }
  }
}

const codeOf = (text: string): string => (JSON.parse(text) as { error?: { code: string } }).error?.code ?? "taken";

/** Fills the disk under a running companion, asks it for everything, makes room again and looks what is left. */
export async function fillTheDisk(): Promise<DiskFullReport> {
  const folder = mkdtempSync(join(tmpdir(), "emend-full-"));
  execFileSync("mount", ["-t", "tmpfs", "-o", `size=${DISK_BYTES}`, "tmpfs", folder]);
  const filler = join(folder, "filler");
  mkdirSync(filler);
  try {
    const served = await startServe({ folder });
    const source = await served.put(await somePng());
    const submit = (i: number, ms = 0) =>
      served.ask("POST", "/api/v1/edits", {
        body: JSON.stringify({ source, instruction: `a -> ${i}`, options: { script: "slow", ms } }),
      });
    const ids: string[] = [];
    for (let i = 0; i < 4; i++) ids.push((JSON.parse((await submit(i, 300)).text) as { jobId: string }).jobId);
    fill(filler, folder);
    const refusals: string[] = [];
    for (let i = 0; i < 20; i++) {
      const { status, text } = await submit(100 + i);
      if (status === 202) ids.push((JSON.parse(text) as { jobId: string }).jobId);
      refusals.push(codeOf(text));
    }
    for (let i = 0; i < 5; i++) {
      const bytes = randomBytes(300_000);
      const { createHash } = await import("node:crypto");
      const digest = createHash("sha256").update(bytes).digest("hex");
      refusals.push(codeOf((await served.ask("PUT", `/api/v1/blobs/${digest}`, { body: bytes })).text));
    }
    const healthWhileFull = (await served.ask("GET", "/health")).status === 200;
    await sleep(1500);
    const incoming = execFileSync("find", [join(folder, "data", "blobs", "incoming"), "-type", "f"], { encoding: "utf8" });
    rmSync(filler, { recursive: true });
    const endOf = async (id: string): Promise<JobView> => {
      for (const end = Date.now() + 20_000; ; await sleep(50)) {
        const job = JSON.parse((await served.ask("GET", `/api/v1/jobs/${id}`)).text) as JobView;
        if ((job.status !== "queued" && job.status !== "running") || Date.now() > end) return job;
      }
    };
    const ends = await Promise.all(ids.map(endOf));
    const unfinished = ends.filter(({ status, error }) => status !== "done" && error?.code !== "storage_full").length;
    const after = await endOf((JSON.parse((await submit(999)).text) as { jobId: string }).jobId);
    const sameProcess = served.child.exitCode === null;
    await served.end();
    return { refusals, healthWhileFull, unfinished, leftovers: incoming !== "", doneAfterwards: after.status === "done", sameProcess };
  } finally {
    execFileSync("umount", [folder]);
    rmSync(folder, { recursive: true, force: true });
  }
}
