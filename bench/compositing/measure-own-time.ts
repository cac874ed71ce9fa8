import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";

export interface OwnTime {
  readonly name: string;
  /** Milliseconds: prepare, repair, compose, judge. */
  readonly stages: readonly number[];
  readonly total: number;
  /** Of all the process's threads, the least of all runs: what the total is on an idle machine, nearly. */
  readonly cpuMs: number;
  readonly peakMb: number;
}

/** What is timed: the layer's side, the part of it that the engine is shown, and the side of what it gives back. */
export interface TimedCase {
  readonly name: string;
  readonly side: number;
  readonly region?: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  readonly count: number;
}

const CASES: readonly Omit<TimedCase, "count">[] = [
  { name: "1024² layer, all of it", side: 1024 },
  { name: "4096² layer, an edit of 1 MP in a region", side: 4096, region: { x: 1600, y: 1500, width: 512, height: 512 } },
  { name: "4096² layer, shown as a whole at 1 MP", side: 4096 },
];

/** Each case in a process of its own, so that its memory is its own. */
export async function measureOwnTime(count: number): Promise<readonly OwnTime[]> {
  const times: OwnTime[] = [];
  for (const one of CASES) {
    const child = fork(fileURLToPath(new URL("./timed-child.ts", import.meta.url)), [JSON.stringify({ ...one, count })]);
    times.push(
      await new Promise<OwnTime>((resolve, reject) => {
        child.once("message", (message) => resolve(message as OwnTime));
        child.once("exit", (code) => reject(new Error(`the timed process ended with ${code}`)));
      }),
    );
  }
  return times;
}
