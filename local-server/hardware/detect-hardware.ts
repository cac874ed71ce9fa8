import { execFile } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { totalmem } from "node:os";
import { join } from "node:path";

export interface Hardware {
  readonly ramGiB: number;
  /** Of the largest graphics card, or the share of main memory a Mac's graphics may use; 0 where none is known. */
  readonly vramGiB: number;
  readonly gpu: "cuda" | "rocm" | "vulkan" | "metal" | "none";
  /** The card's name, where it tells. */
  readonly name?: string;
}

export type Gpu = Pick<Hardware, "vramGiB" | "gpu" | "name">;

const GIB = 1024 ** 3;
const MIB = 1024 ** 2;
const ASK_MS = 4_000;
/** Share of main memory macOS lets the graphics use (Metal's recommendedMaxWorkingSetSize is about this). */
const UNIFIED_SHARE = 0.7;

const run = (program: string, args: readonly string[]): Promise<string> =>
  new Promise((resolve) => {
    execFile(program, [...args], { timeout: ASK_MS, windowsHide: true }, (error, stdout) => resolve(error === null ? stdout : ""));
  });

/** Lines `24564, NVIDIA GeForce RTX 4090` (MiB, name); the largest counts. */
export function readNvidia(text: string): Gpu | undefined {
  const cards = text.split("\n").flatMap((line) => {
    const [, mib, name] = /^\s*(\d+)\s*,\s*(.+?)\s*$/.exec(line) ?? [];
    return mib === undefined ? [] : [{ gpu: "cuda" as const, vramGiB: (Number(mib) * MIB) / GIB, name }];
  });
  return cards.sort((a, b) => b.vramGiB - a.vramGiB)[0];
}

/** `reg query … /v HardwareInformation.qwMemorySize`: bytes in hexadecimal, one line a card. */
export function readWindowsCards(text: string): Gpu | undefined {
  const sizes = [...text.matchAll(/qwMemorySize\s+REG_QWORD\s+0x([0-9a-f]+)/gi)].map(([, hex]) => Number.parseInt(hex!, 16));
  const most = Math.max(0, ...sizes);
  return most > 0 ? { gpu: "vulkan", vramGiB: most / GIB } : undefined;
}

/** AMD's kernel driver tells its memory in bytes; cards of others have no such file. */
async function amdOnLinux(): Promise<Gpu | undefined> {
  const root = "/sys/class/drm";
  const cards = (await readdir(root).catch(() => [])).filter((name) => /^card\d+$/.test(name));
  const read = (name: string) => readFile(join(root, name, "device/mem_info_vram_total"), "utf8").catch(() => "0");
  const most = Math.max(0, ...(await Promise.all(cards.map(read))).map(Number));
  if (most === 0) return undefined;
  const rocm = (await run("rocminfo", [])).includes("HSA Agents");
  return { gpu: rocm ? "rocm" : "vulkan", vramGiB: most / GIB };
}

const WINDOWS_CARDS = "HKLM\\SYSTEM\\CurrentControlSet\\Control\\Class\\{4d36e968-e325-11ce-bfc1-08002be10318}";

async function findGpu(ramGiB: number): Promise<Gpu> {
  if (process.platform === "darwin") {
    return process.arch === "arm64" ? { gpu: "metal", vramGiB: ramGiB * UNIFIED_SHARE } : { gpu: "none", vramGiB: 0 };
  }
  const nvidia = readNvidia(await run("nvidia-smi", ["--query-gpu=memory.total,name", "--format=csv,noheader,nounits"]));
  if (nvidia !== undefined) return nvidia;
  const other =
    process.platform === "win32"
      ? readWindowsCards(await run("reg", ["query", WINDOWS_CARDS, "/s", "/v", "HardwareInformation.qwMemorySize"]))
      : await amdOnLinux();
  return other ?? { gpu: "none", vramGiB: 0 };
}

let known: Promise<Hardware> | undefined;

/** This machine's memory and graphics card; asks the drivers' own tools once a process. `EMEND_SD_VRAM_GB` overrules what they say. */
export async function detectHardware(env: Readonly<Record<string, string | undefined>> = process.env): Promise<Hardware> {
  const ramGiB = totalmem() / GIB;
  known ??= findGpu(ramGiB).then((gpu) => ({ ramGiB, ...gpu }));
  const found = await known;
  const told = Number(env.EMEND_SD_VRAM_GB);
  return env.EMEND_SD_VRAM_GB && Number.isFinite(told) && told >= 0 ? { ...found, vramGiB: told } : found;
}
