import type { Digest } from "../../protocol/edit.ts";
import { ok, type Result } from "../../protocol/errors.ts";
import type { Operation, Plan } from "../../protocol/plan.ts";
import type { TenantServices } from "./services.ts";

interface Asked {
  readonly instruction: string;
  readonly after?: readonly Operation[] | undefined;
  readonly source?: Digest | undefined;
}

/** What an instruction means; for a given picture also what its rules come down to there. */
export async function planFor(services: TenantServices, asked: Asked, signal: AbortSignal): Promise<Result<Plan>> {
  const plan = await services.phrase(services.plan(asked.instruction, asked.after), signal);
  return asked.source === undefined ? ok(plan) : services.tabulate(plan, asked.source, signal);
}
