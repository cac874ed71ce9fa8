import type { EmendError } from "../../protocol/errors.ts";
import type { Plan } from "../../protocol/plan.ts";
import { installAdviser } from "../install-adviser.ts";
import { shadowWithGround } from "../pipeline/shadow-with-ground.ts";
import { routePlan } from "../routing/route-plan.ts";
import type { CliContext } from "./cli-context.ts";

/** Who would carry out a plan and why, or why nobody can. */
export type RouteOfPlan = { readonly engine: string; readonly choice: string } | { readonly error: EmendError };

/** Asks the engines as an edit would, and runs nothing. What depends on the picture, a region or references is not known here. */
export async function routesOfPlans(plans: readonly Plan[], wanted: string, context: CliContext): Promise<readonly RouteOfPlan[]> {
  const engines = await context.tools.createEngines(context.dataFolder);
  const adviseInstall = installAdviser(context.dataFolder);
  const routes: RouteOfPlan[] = [];
  for (const plan of plans) {
    const routed = await routePlan(shadowWithGround(plan), wanted, {
      engines,
      check: (engine) => engine.check(context.signal),
      adviseInstall,
    });
    routes.push(routed.ok ? { engine: routed.value.engine.name, choice: routed.value.choice } : { error: routed.error });
  }
  await Promise.all(engines.map((engine) => engine.dispose?.()));
  return routes;
}

export const routeLine = (route: RouteOfPlan): string =>
  "error" in route ? `  ${[route.error.message, route.error.help].filter(Boolean).join(" ")}` : `  ${route.choice}`;
