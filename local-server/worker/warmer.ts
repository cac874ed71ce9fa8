import { setTimeout as after } from "node:timers/promises";

export interface Warmer {
  /** Begins with the first step soon; said again it changes nothing. */
  begin(): void;
  /** No step begins while this is under way: somebody waits for it. */
  during<T>(work: Promise<T>): Promise<T>;
  /** What is left of the steps is not worth taking any more. */
  end(): void;
}

/** The answer under way goes out first. */
const AFTER_ANSWER_MS = 50;
/** How soon after the last answer the next step may begin: who asked may ask on. */
const AFTER_WORK_MS = 300;

/**
 * Takes the steps of warming up one after the other while nobody waits for anything. A step that fails ends it silently: what cannot be
 * loaded is told by the edit that needs it.
 */
export function createWarmer(steps: () => AsyncIterable<unknown>): Warmer {
  let begun = false;
  let ended = false;
  let waiting = 0;
  const quiet = async (): Promise<void> => {
    while (waiting > 0) await after(AFTER_WORK_MS);
  };
  const run = async (): Promise<void> => {
    await after(AFTER_ANSWER_MS);
    for await (const _step of steps()) {
      await quiet();
      if (ended) return;
    }
  };
  return {
    begin() {
      if (begun) return;
      begun = true;
      run().catch(() => undefined);
    },
    during(work) {
      waiting++;
      return work.finally(() => void waiting--);
    },
    end() {
      ended = true;
    },
  };
}
