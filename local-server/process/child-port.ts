import { type EmendError, emendError, err, type Result } from "../../protocol/errors.ts";
import type { FromChild, Methods, ToChild } from "./wire.ts";

export interface CallContext<E> {
  readonly signal: AbortSignal;
  /** Settles when the system has taken the event: awaited between large ones, so that they do not pile up here. */
  emit(event: E): Promise<void>;
}

export type Handlers<M extends Methods> = {
  readonly [K in keyof M]: (params: M[K]["params"], context: CallContext<M[K]["event"]>) => Promise<Result<M[K]["value"]>>;
};

const bug = (): EmendError => emendError("internal", "The worker hit a bug.", { help: "Run again with EMEND_LOG=debug and report it." });

/**
 * The child's side of `createChildHost`: answers calls until the parent goes away, then ends the process.
 * A handler that throws has a bug: `onBug` hears of it and the caller gets `internal`.
 */
export function serveChild<M extends Methods>(handlers: Handlers<M>, onBug: (error: unknown) => void): void {
  const running = new Map<number, AbortController>();
  const send = (frame: FromChild): Promise<void> =>
    new Promise((resolve) => {
      if (process.connected) process.send?.(frame, undefined, undefined, () => resolve());
      else resolve();
    });
  const call = async (frame: Extract<ToChild, { type: "call" }>): Promise<void> => {
    const abort = new AbortController();
    running.set(frame.id, abort);
    const emit = (event: unknown): Promise<void> => send({ type: "event", id: frame.id, event });
    const result = await handlers[frame.method]!(frame.params, { signal: abort.signal, emit }).catch((error: unknown) => {
      onBug(error);
      return err(bug());
    });
    running.delete(frame.id);
    await send({ type: "result", id: frame.id, result });
  };
  process.on("message", (frame: ToChild) => {
    if (frame.type === "abort") running.get(frame.id)?.abort();
    else void call(frame);
  });
  process.on("disconnect", () => process.exit(0));
}
