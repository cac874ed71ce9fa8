const DEATHS = 3;
/** Inputs remembered; the oldest are forgotten first. */
const MAX_INPUTS = 1000;

/** What children died of, by the name of what they worked on; forgotten when the companion ends. */
export class Quarantine {
  readonly #deaths = new Map<string, number>();

  holds(input: string | undefined): boolean {
    return input !== undefined && (this.#deaths.get(input) ?? 0) >= DEATHS;
  }

  died(input: string | undefined): void {
    if (input === undefined) return;
    const deaths = (this.#deaths.get(input) ?? 0) + 1;
    this.#deaths.delete(input);
    this.#deaths.set(input, deaths);
    if (this.#deaths.size > MAX_INPUTS) this.#deaths.delete(this.#deaths.keys().next().value!);
  }
}
