/** The guest's timers on the host's clock. */
export class GuestTimers {
  readonly #cancel = new Map<number, () => void>();
  readonly #fire: (id: number) => void;
  #next = 1;
  #once = 0;

  constructor(fire: (id: number) => void) {
    this.#fire = fire;
  }

  /** Timers that will still fire and end; repeating ones never keep a plugin from being idle. */
  get pending(): number {
    return this.#once;
  }

  start(repeat: boolean, delayMs: number): number {
    const id = this.#next++;
    if (repeat) {
      const handle = setInterval(() => this.#fire(id), delayMs);
      this.#cancel.set(id, () => clearInterval(handle));
      return id;
    }
    this.#once++;
    const handle = setTimeout(() => {
      this.#finish(id);
      this.#fire(id);
    }, delayMs);
    this.#cancel.set(id, () => {
      clearTimeout(handle);
      this.#once--;
    });
    return id;
  }

  clear(id: number): void {
    this.#cancel.get(id)?.();
    this.#cancel.delete(id);
  }

  dispose(): void {
    for (const id of [...this.#cancel.keys()]) this.clear(id);
  }

  #finish(id: number): void {
    this.#once--;
    this.#cancel.delete(id);
  }
}
