import type { ChildProcess } from "node:child_process";
import { emendError, err, type Result } from "../../protocol/errors.ts";
import type { Logger } from "../observability/logger.ts";
import { endChild, letParentEnd, startChild } from "./start-child.ts";
import type { FromChild, Methods, ToChild } from "./wire.ts";

export interface ChildHostOptions {
  /** For logs and messages: "picture decoder", "edit worker". */
  readonly name: string;
  /** The module the child runs; it calls `serveChild`. */
  readonly entry: URL;
  readonly args?: readonly string[];
  /** Of Node, for the child alone. */
  readonly nodeFlags?: readonly string[];
  readonly logger: Logger;
  /** An unused child ends after this long and starts again at the next call. */
  readonly idleMs: number;
  /** How long an aborted call may go on before the child is killed. */
  readonly graceMs: number;
}

export interface CallOptions<E> {
  readonly signal?: AbortSignal | undefined;
  readonly onEvent?: ((event: E) => void) | undefined;
  /** After this long the child is killed and the call answers `engine_timeout`. */
  readonly timeoutMs?: number | undefined;
}

interface Pending {
  settle(result: Result<unknown>): void;
  event(event: unknown): void;
}

const cancelled = (): Result<never> => err(emendError("cancelled", "The work was cancelled."));

/**
 * A child process that starts at the first call, answers calls by id, rests after a while and is replaced when it dies.
 * Native code can take its whole process with it and cannot be interrupted from a thread: hence a process.
 */
export class ChildHost<M extends Methods> {
  readonly #options: ChildHostOptions;
  readonly #pending = new Map<number, Pending>();
  #child: ChildProcess | undefined;
  #nextId = 1;
  #idle: NodeJS.Timeout | undefined;

  constructor(options: ChildHostOptions) {
    this.#options = options;
  }

  /** Process id of the running child, if any. */
  get pid(): number | undefined {
    return this.#child?.pid;
  }

  /**
   * Runs one method. Answers `cancelled` when the signal aborts, `engine_failed` when the child dies under it,
   * `engine_timeout` when the time is over.
   */
  call<K extends keyof M & string>(
    method: K,
    params: M[K]["params"],
    options: CallOptions<M[K]["event"]> = {},
  ): Promise<Result<M[K]["value"]>> {
    if (options.signal?.aborted) return Promise.resolve(cancelled());
    const id = this.#nextId++;
    this.#wake();
    return new Promise((resolve) => {
      const stops = this.#stopConditions(id, options);
      this.#pending.set(id, {
        event: (event) => options.onEvent?.(event as M[K]["event"]),
        settle: (result) => {
          stops.dispose();
          this.#forget(id);
          resolve((stops.reason() ?? result) as Result<M[K]["value"]>);
        },
      });
      this.#send({ type: "call", id, method, params });
    });
  }

  /** Ends the child; calls in flight answer `cancelled`. */
  async close(): Promise<void> {
    clearTimeout(this.#idle);
    const ending = this.#child;
    this.#child = undefined;
    this.#failAll(cancelled());
    if (ending !== undefined) await endChild(ending);
  }

  #stopConditions(id: number, options: CallOptions<never>): { reason(): Result<never> | undefined; dispose(): void } {
    const timers: NodeJS.Timeout[] = [];
    let reason: Result<never> | undefined;
    const stop = (why: Result<never>, graceMs: number): void => {
      reason ??= why;
      this.#send({ type: "abort", id });
      timers.push(setTimeout(() => this.#child?.kill("SIGKILL"), graceMs));
    };
    const abort = (): void => stop(cancelled(), this.#options.graceMs);
    const late = (): void => stop(err(emendError("engine_timeout", `The ${this.#options.name} took too long.`)), 0);
    options.signal?.addEventListener("abort", abort, { once: true });
    if (options.timeoutMs !== undefined) timers.push(setTimeout(late, options.timeoutMs));
    const dispose = (): void => {
      for (const timer of timers) clearTimeout(timer);
      options.signal?.removeEventListener("abort", abort);
    };
    return { reason: () => reason, dispose };
  }

  #wake(): void {
    clearTimeout(this.#idle);
    this.#child ??= this.#start();
    letParentEnd(this.#child, false);
  }

  #start(): ChildProcess {
    const { entry, args = [], nodeFlags = [] } = this.#options;
    const child = startChild(
      { entry, args, nodeFlags },
      {
        frame: (frame) => this.#receive(frame),
        death: (code, signal) => this.#died(child, code, signal),
      },
    );
    return child;
  }

  #send(frame: ToChild): void {
    this.#child?.send(frame, () => undefined);
  }

  #receive(frame: FromChild): void {
    const waiting = this.#pending.get(frame.id);
    if (frame.type === "event") waiting?.event(frame.event);
    else waiting?.settle(frame.result);
  }

  #died(gone: ChildProcess, code: number | null, signal: string | null): void {
    if (this.#child !== gone) return;
    this.#child = undefined;
    if (this.#pending.size > 0)
      this.#options.logger.warn("child_died", { child: this.#options.name, code: code ?? -1, signal: signal ?? "" });
    this.#failAll(err(emendError("engine_failed", `The ${this.#options.name} stopped unexpectedly.`, { retryable: true })));
  }

  #failAll(result: Result<never>): void {
    for (const waiting of [...this.#pending.values()]) waiting.settle(result);
  }

  #forget(id: number): void {
    this.#pending.delete(id);
    if (this.#pending.size > 0 || this.#child === undefined) return;
    letParentEnd(this.#child, true);
    this.#idle = setTimeout(() => this.#child?.kill("SIGKILL"), this.#options.idleMs).unref();
  }
}
