import type { Stage } from "../../protocol/errors.ts";

/** Milliseconds by stage; a stage timed twice adds up. */
export class Stopwatch {
  readonly #spent: Record<string, number> = {};

  async time<T>(stage: Stage, work: () => Promise<T> | T): Promise<T> {
    const start = performance.now();
    try {
      return await work();
    } finally {
      this.add({ [stage]: performance.now() - start });
    }
  }

  add(timingsMs: Readonly<Record<string, number>>): void {
    for (const [stage, ms] of Object.entries(timingsMs)) this.#spent[stage] = (this.#spent[stage] ?? 0) + ms;
  }

  /** Rounded to a tenth. */
  read(): Record<string, number> {
    return Object.fromEntries(Object.entries(this.#spent).map(([stage, ms]) => [stage, Math.round(ms * 10) / 10]));
  }
}
