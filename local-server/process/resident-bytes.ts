import { readFileSync } from "node:fs";

const PAGE_BYTES = 4096;

/** Memory a process holds now, bytes. 0 where the system does not tell without another process (all but Linux) or it has ended. */
export function residentBytesOf(pid: number): number {
  try {
    return Number(readFileSync(`/proc/${pid}/statm`, "utf8").split(" ")[1]) * PAGE_BYTES;
  } catch {
    return 0;
  }
}
