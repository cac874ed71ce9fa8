/** Undo and redo over whole states; states are immutable, so keeping them costs only what differs. */
export class History<S> {
  readonly #past: S[] = [];
  #future: S[] = [];
  #present: S;

  constructor(initial: S) {
    this.#present = initial;
  }

  get canUndo(): boolean {
    return this.#past.length > 0;
  }

  get canRedo(): boolean {
    return this.#future.length > 0;
  }

  /** Ends a step: the state before it becomes what undo returns to. */
  commit(state: S): void {
    this.#past.push(this.#present);
    this.#present = state;
    this.#future = [];
  }

  /** Replaces the present without a step, for what undo should not stop at, such as a selection. */
  amend(state: S): void {
    this.#present = state;
  }

  /** Forgets all steps: what is there now is where undo ends. */
  restart(state: S): void {
    this.#past.length = 0;
    this.#future = [];
    this.#present = state;
  }

  undo(): S | undefined {
    const state = this.#past.pop();
    if (state === undefined) return undefined;
    this.#future.push(this.#present);
    this.#present = state;
    return state;
  }

  redo(): S | undefined {
    const state = this.#future.pop();
    if (state === undefined) return undefined;
    this.#past.push(this.#present);
    this.#present = state;
    return state;
  }
}
