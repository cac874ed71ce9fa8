import type { Plan } from "../protocol/plan.ts";
import { installAdvice } from "./install-advice.ts";

/** Advice for the machine and data folder at hand. Looks at disk and drivers when it is asked, not before. */
export const installAdviser =
  (dataFolder: string) =>
  async (plan: Plan): Promise<string | undefined> => {
    const { createModelRegistry } = await import("./registry/model-registry.ts");
    const registry = createModelRegistry({ dataFolder });
    const list = await registry.list();
    await registry.close();
    return installAdvice(plan, list);
  };
