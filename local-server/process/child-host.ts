import type { ChildProcess } from "node:child_process";
import { type EmendError, emendError, err, type Result } from "../../protocol/errors.ts";
import type { Logger } from "../observability/logger.ts";
import { Quarantine } from "./quarantine.ts";
import { residentBytesOf } from "./resident-bytes.ts";
import { RestartPause } from "./restart-pause.ts";
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
  /** Our own where not given. */
  readonly env?: NodeJS.ProcessEnv;
  readonly logger: Logger;
  /** An unused child ends after this long and starts again at the next call. */
  readonly idleMs: number;
  /** How long an aborted call may go on before the child is killed. */
  readonly graceMs: number;
  /** A child that holds more memory is killed; where the system tells how much that is. */
  readonly maxResidentBytes?: number;
  /** Shared where several hosts do the same work, so that a bad input does not kill three of each. */
  readonly quarantine?: Quarantine;
}

export interface CallOptions<E> {
  readonly signal?: AbortSignal | undefined;
  readonly onEvent?: ((event: E) => void) | undefined;
  /** After this long the child is killed and the call answers `engine_timeout`. */
  readonly timeoutMs?: number | undefined;
  /** Names what is worked on. What three children died of is refused before it reaches a fourth. */
  readonly input?: string | undefined;
}

interface Pending {
  readonly input: string | undefined;
  settle(result: Result<unknown>): void;
  event(event: unknown): void;
}

const WEIGH_EVERY_MS = 200;

const harmful = (name: string): EmendError =>
  emendError("engine_failed", `The ${name} stopped three times while working on this, so it is not tried again.`, {
    retryable: false,
    help: "Try a smaller picture, another engine or another instruction.",
  });
const cancelled = (): Result<never> => err(emendError("cancelled", "The work was cancelled."));

/**
 * A child process that starts at the first call, answers calls by id, rests after a while and is replaced when it dies.
 * Native code can take its whole process with it and cannot be interrupted from a thread: hence a process.
 */
export class ChildHost<M extends Methods> {
  readonly #options: ChildHostOptions;
  readonly #pending = new Map<number, Pending>();
  readonly #quarantine: Quarantine;
  readonly #restarts = new RestartPause();
  #child: ChildProcess | undefined;
  #nextId = 1;
  #idle: NodeJS.Timeout | undefined;
  #memory: NodeJS.Timeout | undefined;

  constructor(options: ChildHostOptions) {
    this.#options = options;
    this.#quarantine = options.quarantine ?? new Quarantine();
  }

  /** Process id of the running child, if any. */
  get pid(): number | undefined {
    return this.#child?.pid;
  }

  /**
   * Runs one method. Answers `cancelled` when the signal aborts, `engine_failed` when the child dies under it or its input was the
   * death of three, `engine_timeout` when the time is over. After several deaths in a row a new child is waited for (0.5 to 30 s).
   */
  async call<K extends keyof M & string>(
    method: K,
    params: M[K]["params"],
    options: CallOptions<M[K]["event"]> = {},
  ): Promise<Result<M[K]["value"]>> {
    if (this.#quarantine.holds(options.input)) return err(harmful(this.#options.name));
    if (this.#child === undefined && this.#restarts.leftMs > 0) await this.#restarts.wait(options.signal);
    if (options.signal?.aborted) return cancelled();
    const id = this.#nextId++;
    this.#wake();
    return new Promise((resolve) => {
      const stops = this.#stopConditions(id, options);
      this.#pending.set(id, {
        input: options.input,
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
    this.#rest();
    const ending = this.#child;
    this.#child = undefined;
    this.#failAll(cancelled());
    if (ending !== undefined) await endChild(ending);
  }

  /** The name as a code, for the log. */
  get #label(): string {
    return this.#options.name.replaceAll(" ", "_");
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
    const { maxResidentBytes } = this.#options;
    if (maxResidentBytes !== undefined) this.#memory ??= setInterval(() => this.#weigh(maxResidentBytes), WEIGH_EVERY_MS).unref();
  }

  #weigh(maxBytes: number): void {
    if (this.#child?.pid === undefined || residentBytesOf(this.#child.pid) <= maxBytes) return;
    this.#options.logger.warn("child_too_large", { child: this.#label });
    this.#child.kill("SIGKILL");
  }

  #start(): ChildProcess {
    const { entry, args = [], nodeFlags = [], env = process.env } = this.#options;
    const child = startChild(
      { entry, args, nodeFlags, env },
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

  /** A child that broke may send anything: what makes no sense ends it, and nothing else. */
  #receive(frame: FromChild): void {
    try {
      const waiting = this.#pending.get(frame.id);
      if (frame.type === "event") waiting?.event(frame.event);
      else if (typeof frame.result.ok !== "boolean") throw new TypeError("not a result");
      else {
        this.#restarts.recovered();
        waiting?.settle(frame.result);
      }
    } catch {
      this.#options.logger.warn("child_garbled", { child: this.#label });
      this.#child?.kill("SIGKILL");
    }
  }

  #died(gone: ChildProcess, code: number | null, signal: string | null): void {
    if (this.#child !== gone) return;
    this.#child = undefined;
    this.#rest();
    for (const { input } of this.#pending.values()) this.#quarantine.died(input);
    if (this.#pending.size > 0) this.#restarts.died();
    if (this.#pending.size > 0) this.#options.logger.warn("child_died", { child: this.#label, code: code ?? -1, signal: signal ?? "" });
    this.#failAll(err(emendError("engine_failed", `The ${this.#options.name} stopped unexpectedly.`, { retryable: true })));
  }

  #rest(): void {
    clearInterval(this.#memory);
    this.#memory = undefined;
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
