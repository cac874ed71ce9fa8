import type { Stage } from "../../protocol/errors.ts";

/** Adds up the time each stage takes, milliseconds. */
export interface Stopwatch {
  time<T>(stage: Stage, work: () => T | Promise<T>): Promise<T>;
  readonly totals: Readonly<Record<string, number>>;
}

export function createStopwatch(onStage?: (stage: Stage) => void): Stopwatch {
  const totals: Record<string, number> = {};
  return {
    totals,
    async time(stage, work) {
      onStage?.(stage);
      const start = performance.now();
      try {
        return await work();
      } finally {
        totals[stage] = Math.round(((totals[stage] ?? 0) + performance.now() - start) * 10) / 10;
      }
    },
  };
}
