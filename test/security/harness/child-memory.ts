import { readFileSync, writeFileSync } from "node:fs";

const statusOf = (pid: number): string => {
  try {
    return readFileSync(`/proc/${pid}/status`, "utf8");
  } catch {
    return "";
  }
};

const kilobytes = (status: string, field: string): number => Number(new RegExp(`${field}:\\s+(\\d+) kB`).exec(status)?.[1] ?? 0);

/** Most memory a process held since its start or since `forgetPeak`, bytes; 0 where the system does not tell (only Linux does). */
export const peakBytes = (pid: number): number => kilobytes(statusOf(pid), "VmHWM") * 1024;
export const residentBytes = (pid: number): number => kilobytes(statusOf(pid), "VmRSS") * 1024;

/** Starts a new peak at what is held now. */
export function forgetPeak(pid: number): void {
  try {
    writeFileSync(`/proc/${pid}/clear_refs`, "5");
  } catch {
    // Elsewhere than on Linux there is no such file, and no peak to forget.
  }
}

/** Process ids of the children of a process. */
export function childrenOf(pid = process.pid): readonly number[] {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim().split(" ").filter(Boolean).map(Number);
  } catch {
    return [];
  }
}
