import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { JobView } from "../../protocol/edit.ts";
import { type Served, startServe } from "../fakes/served.ts";
import { somePng } from "../fixtures/broken-pictures.ts";

/** What was left after the power was cut again and again. */
export interface PowerCutReport {
  readonly cuts: number;
  readonly acknowledged: number;
  readonly lost: number;
  /** Acknowledged pictures that are gone or not whole. */
  readonly tornPictures: number;
  readonly unopened: number;
}

const IMAGE_MB = 64;
const WIDTH = 8;
const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const run = (command: string, ...words: string[]): string =>
  execFileSync(command, words, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });

/** Why this machine cannot do it: a disk of one's own takes root, Linux and a loop device. */
export function cannotCutPower(): string | undefined {
  if (process.platform !== "linux" || process.getuid?.() !== 0) return "only root on Linux can mount a disk image";
  const folder = mkdtempSync(join(tmpdir(), "emend-loop-"));
  try {
    const disk = makeDisk(folder);
    run("umount", disk.mounted);
    return undefined;
  } catch {
    return "this machine gives no loop device";
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Disk {
  readonly image: string;
  readonly mounted: string;
}

function makeDisk(folder: string): Disk {
  const [image, mounted] = [join(folder, "disk.img"), join(folder, "disk")];
  run("truncate", "-s", `${IMAGE_MB}M`, image);
  run("mkfs.ext4", "-q", "-F", image);
  mkdirSync(mounted);
  run("mount", "-o", "loop,commit=600", image, mounted);
  return { image, mounted };
}

/** Sends edits from several sides until it is told to stop; keeps what was acknowledged. */
async function submitUntil(
  served: Served,
  source: string,
  { round, stop }: { readonly round: number; readonly stop: () => boolean },
): Promise<string[]> {
  const ids: string[] = [];
  let next = 0;
  const lane = async (): Promise<void> => {
    while (!stop()) {
      const body = JSON.stringify({ source, instruction: `a -> ${round}.${next++}`, options: { script: "slow", ms: 60_000 } });
      const answer = await served.ask("POST", "/api/v1/edits", { body }).catch(() => undefined);
      if (answer?.status === 202 && !stop()) ids.push((JSON.parse(answer.text) as { jobId: string }).jobId);
    }
  };
  await Promise.all(Array.from({ length: WIDTH }, lane));
  return ids;
}

/** Looks on the disk as it was at the cut: every job there, every picture whole. */
async function lookAt(mounted: string, ids: readonly string[], source: string): Promise<{ lost: number; torn: number }> {
  const served = await startServe({ folder: mounted });
  let lost = 0;
  for (const id of ids) {
    const { status, text } = await served.ask("GET", `/api/v1/jobs/${id}`);
    if (status !== 200 || (JSON.parse(text) as JobView).id !== id) lost++;
  }
  const { status } = await served.ask("GET", `/api/v1/blobs/${source}`);
  await served.end("SIGKILL");
  return { lost, torn: status === 200 ? 0 : 1 };
}

async function cutOnce(round: number, wanted: number): Promise<Omit<PowerCutReport, "cuts">> {
  const folder = mkdtempSync(join(tmpdir(), "emend-cut-"));
  const disk = makeDisk(folder);
  const kept = join(folder, "kept.img");
  let ids: string[] = [];
  let source = "";
  try {
    const served = await startServe({ folder: disk.mounted });
    source = await served.put(await somePng());
    let cut = false;
    let count = 0;
    const counting = {
      ...served,
      ask: async (...words: Parameters<Served["ask"]>) => {
        const answer = await served.ask(...words);
        if (answer.status === 202) count++;
        return answer;
      },
    };
    const sending = submitUntil(counting, source, { round, stop: () => cut });
    while (count < wanted) await sleep(5);
    cut = true;
    // What has reached the "disk" by now is all there is: nobody can write any more, and nothing is flushed.
    served.child.kill("SIGSTOP");
    copyFileSync(disk.image, kept);
    served.child.kill("SIGKILL");
    ids = await sending;
    await served.end();
  } finally {
    await sleep(100);
    run("umount", "-l", disk.mounted);
  }
  try {
    run("mount", "-o", "loop", kept, disk.mounted);
    const { lost, torn } = await lookAt(disk.mounted, ids, source);
    return { acknowledged: ids.length, lost, tornPictures: torn, unopened: 0 };
  } catch {
    return { acknowledged: ids.length, lost: ids.length, tornPictures: 1, unopened: 1 };
  } finally {
    await sleep(100);
    run("umount", "-l", disk.mounted);
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Cuts the power `cuts` times, each after about `perCut` acknowledged edits. */
export async function cutThePower({ cuts, perCut }: { readonly cuts: number; readonly perCut: number }): Promise<PowerCutReport> {
  let total: PowerCutReport = { cuts, acknowledged: 0, lost: 0, tornPictures: 0, unopened: 0 };
  for (let round = 0; round < cuts; round++) {
    const one = await cutOnce(round, perCut);
    total = {
      cuts,
      acknowledged: total.acknowledged + one.acknowledged,
      lost: total.lost + one.lost,
      tornPictures: total.tornPictures + one.tornPictures,
      unopened: total.unopened + one.unopened,
    };
  }
  return total;
}
