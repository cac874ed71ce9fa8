import { emendError, err, type Result } from "../../protocol/errors.ts";
import { wait } from "./wait.ts";

export interface BackOff {
  /** Tries in all. */
  readonly tries: number;
  /** First pause; doubled each time, with jitter. */
  readonly baseMs: number;
  readonly mostMs: number;
}

export const PATIENT: BackOff = { tries: 4, baseMs: 1_000, mostMs: 30_000 };

/** Milliseconds a `Retry-After` header asks for (seconds or a date), or `undefined` where there is none that can be read. */
export function retryAfterMs(header: string | null, now: number = Date.now()): number | undefined {
  if (header === null || header.trim() === "") return undefined;
  const seconds = Number(header);
  const ms = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(header) - now;
  return Number.isFinite(ms) ? Math.max(0, ms) : undefined;
}

/**
 * What one try came to: `again` where it is worth repeating. `afterMs` is the pause the other side asked for and is kept to;
 * `hintMs` is only its guess of when it is ready, and is waited for no longer than the plan allows.
 */
export type Try<T> =
  | { readonly done: Result<T> }
  | { readonly again: Result<never>; readonly afterMs?: number | undefined; readonly hintMs?: number | undefined };

/** Half of the doubled pause for certain, the other half by chance: many callers do not come back at once. */
export const pauseFor = ({ baseMs, mostMs }: BackOff, attempt: number): number =>
  Math.min(mostMs, baseMs * 2 ** attempt) * (0.5 + Math.random() / 2);

/** Repeats `attempt` until it is done or the tries are used up; a pause longer than `mostMs` that was asked for ends it at once. */
export async function withBackOff<T>(plan: BackOff, signal: AbortSignal, attempt: () => Promise<Try<T>>): Promise<Result<T>> {
  for (let i = 0; ; i++) {
    const outcome = await attempt();
    if ("done" in outcome) return outcome.done;
    const pause = outcome.afterMs ?? Math.max(Math.min(outcome.hintMs ?? 0, plan.mostMs), pauseFor(plan, i));
    if (i + 1 >= plan.tries || pause > plan.mostMs) return outcome.again;
    await wait(pause, signal);
    if (signal.aborted) return err(emendError("cancelled", "The edit was cancelled.", { stage: "engine", retryable: true }));
  }
}
