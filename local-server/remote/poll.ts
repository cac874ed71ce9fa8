import { emendError, err, type Result } from "../../protocol/errors.ts";
import { wait } from "./wait.ts";

export interface PollPlan {
  readonly everyMs: number;
  /** Milliseconds left for all of it. */
  remainingMs(): number;
  readonly signal: AbortSignal;
}

/** Asks again and again until there is an answer; `undefined` means: not yet. Codes: `engine_timeout`, `cancelled`. */
export async function poll<T>(plan: PollPlan, ask: () => Promise<Result<T> | undefined>): Promise<Result<T>> {
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await wait(Math.min(plan.everyMs, plan.remainingMs()), plan.signal);
    if (plan.signal.aborted) return err(emendError("cancelled", "The edit was cancelled.", { stage: "engine", retryable: true }));
    if (plan.remainingMs() <= 1) return err(emendError("engine_timeout", "The engine did not answer in time.", { stage: "engine" }));
  }
}
