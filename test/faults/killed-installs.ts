import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type FakeHub, startFakeHub } from "../fakes/fake-hub.ts";

export const MODEL = "qwen-image-vae";
const NAME = "qwen_image_vae.safetensors";
export const BYTES = randomBytes(1_500_000);
/** Longest life of an install that is going to be killed: some are killed before the first byte, some after the last. */
const LONGEST_MS = 1_800;
const MAIN = fileURLToPath(new URL("../../local-server/main.ts", import.meta.url));

/** A hub that has the model under its card's own address. */
export async function hubWithModel(): Promise<FakeHub> {
  const hub = await startFakeHub();
  hub.put(`/Comfy-Org/Qwen-Image_ComfyUI/resolve/main/split_files/vae/${NAME}`, BYTES);
  return hub;
}

export const installedFile = (dataFolder: string): string => join(dataFolder, "models", MODEL, NAME);

/** `emend models …` as a process. */
export const startModels = (hub: FakeHub, dataFolder: string, args: readonly string[]) =>
  spawn(process.execPath, [MAIN, "models", ...args, "--data", dataFolder, "--json"], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, EMEND_MODEL_MIRROR: hub.url.href },
  });

export async function runModels(
  hub: FakeHub,
  dataFolder: string,
  ...args: string[]
): Promise<{ readonly code: number | null; readonly out: string }> {
  const child = startModels(hub, dataFolder, args);
  let out = "";
  child.stdout.on("data", (piece: Buffer) => {
    out += piece.toString();
  });
  const [code] = (await once(child, "exit")) as [number | null];
  return { code, out };
}

function fetchedBytes(dataFolder: string): number {
  const folder = join(dataFolder, "downloads", MODEL);
  const part = existsSync(folder) ? readdirSync(folder).find((name) => name.endsWith(".part")) : undefined;
  return part === undefined ? 0 : statSync(join(folder, part)).size;
}

export interface KilledInstalls {
  readonly kills: number;
  /** Killed before the file was there. */
  readonly unfinished: number;
  /** Continued with a range request where bytes were kept. */
  readonly continued: number;
}

/** Kills an install at a random instant and finishes it, again and again; throws where anything unchecked is seen or left over. */
export async function killInstalls(runs: number, random: () => number = Math.random): Promise<KilledInstalls> {
  const hub = await hubWithModel();
  let [unfinished, continued] = [0, 0];
  for (let run = 0; run < runs; run++) {
    const dataFolder = mkdtempSync(join(tmpdir(), "emend-kill-"));
    hub.moods({ paceMs: 8 });
    const child = startModels(hub, dataFolder, ["install", MODEL]);
    const ended = once(child, "exit");
    const life = (LONGEST_MS * (run + random())) / runs;
    await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, life))]);
    child.kill("SIGKILL");
    await ended;
    if (existsSync(installedFile(dataFolder))) assert.deepEqual(readFileSync(installedFile(dataFolder)), BYTES);
    else unfinished++;
    const before = fetchedBytes(dataFolder);
    hub.moods("well");
    assert.equal((await runModels(hub, dataFolder, "install", MODEL)).code, 0);
    assert.deepEqual(readFileSync(installedFile(dataFolder)), BYTES);
    if (before > 0) {
      assert.match(hub.asked[0]?.range ?? "", /^bytes=\d+-$/);
      continued++;
    }
    const left = readdirSync(join(dataFolder, "downloads")).filter((name) => !name.startsWith("owner.sqlite"));
    assert.deepEqual(left, []);
    rmSync(dataFolder, { recursive: true });
  }
  await hub.close();
  return { kills: runs, unfinished, continued };
}
