import { existsSync, readdirSync, readFileSync } from "node:fs";

/** Highest resident memory of a process so far, MB; 0 where the machine does not tell (only Linux does). */
function peakOf(pid: number): number {
  const path = `/proc/${pid}/status`;
  const found = existsSync(path) ? /VmHWM:\s+(\d+) kB/.exec(readFileSync(path, "utf8")) : null;
  return found ? Number(found[1]) / 1024 : 0;
}

/** Process ids of this process's children. */
function children(): readonly number[] {
  const tasks = `/proc/${process.pid}/task`;
  if (!existsSync(tasks)) return [];
  return readdirSync(tasks).flatMap((task) => {
    const list = `${tasks}/${task}/children`;
    return existsSync(list) ? readFileSync(list, "utf8").trim().split(/\s+/).filter(Boolean).map(Number) : [];
  });
}

export interface PeakMemory {
  /** This process, MB. */
  readonly own: number;
  /** Its children that still run, MB together. */
  readonly children: number;
}

/** Highest resident memory of this process and of its children so far. */
export function peakMemory(): PeakMemory {
  return {
    own: process.resourceUsage().maxRSS / 1024,
    children: children().reduce((sum, pid) => sum + peakOf(pid), 0),
  };
}
