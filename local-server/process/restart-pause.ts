const FIRST_MS = 500;
const MOST_MS = 30_000;

/** How long to wait before the next child after deaths in a row: not at all after one, then 0.5 s doubling to 30 s. */
export class RestartPause {
  #deaths = 0;
  #notBefore = 0;
  readonly #now: () => number;

  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  get leftMs(): number {
    return Math.max(0, this.#notBefore - this.#now());
  }

  died(): void {
    this.#deaths++;
    if (this.#deaths > 1) this.#notBefore = this.#now() + Math.min(MOST_MS, FIRST_MS * 2 ** (this.#deaths - 2));
  }

  recovered(): void {
    this.#deaths = 0;
    this.#notBefore = 0;
  }

  /** Settles when a new child may start, or when the signal aborts. */
  async wait(signal: AbortSignal | undefined): Promise<void> {
    if (this.leftMs === 0 || signal?.aborted) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, this.leftMs);
      const stop = (): void => {
        clearTimeout(timer);
        resolve();
      };
      signal?.addEventListener("abort", stop, { once: true });
    });
  }
}
