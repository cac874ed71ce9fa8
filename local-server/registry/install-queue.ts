import { emendError, err, type Result } from "../../protocol/errors.ts";

interface Waiting {
  readonly stopper: AbortController;
  readonly ended: Promise<Result<void>>;
  running: boolean;
}

/** Installs one after the other: two at once only halve each other's line. The same id is one install however often it is asked for. */
export class InstallQueue {
  readonly #entries = new Map<string, Waiting>();
  readonly #last = new Map<string, Result<void>>();
  #turn: Promise<unknown> = Promise.resolve();

  /** `true` while it runs, `false` while it waits, `undefined` where there is none. */
  running(id: string): boolean | undefined {
    return this.#entries.get(id)?.running;
  }

  add(id: string, work: (signal: AbortSignal) => Promise<Result<void>>): void {
    if (this.#entries.has(id)) return;
    const stopper = new AbortController();
    const run = async (): Promise<Result<void>> => {
      entry.running = true;
      const done = stopper.signal.aborted
        ? err(emendError("cancelled", "The install was stopped.", { retryable: true }))
        : await work(stopper.signal);
      this.#entries.delete(id);
      this.#last.set(id, done);
      return done;
    };
    const entry: Waiting = { stopper, running: false, ended: this.#turn.then(run) };
    this.#entries.set(id, entry);
    this.#turn = entry.ended.catch(() => undefined);
  }

  /** How the running, waiting or last install of this id ended. */
  async settled(id: string): Promise<Result<void> | undefined> {
    return (await this.#entries.get(id)?.ended) ?? this.#last.get(id);
  }

  stop(id: string): boolean {
    const entry = this.#entries.get(id);
    entry?.stopper.abort();
    return entry !== undefined;
  }

  async close(): Promise<void> {
    for (const { stopper } of this.#entries.values()) stopper.abort();
    await this.#turn;
  }
}
