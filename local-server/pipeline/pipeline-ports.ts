import type { Progress } from "../../protocol/edit.ts";
import type { Plan } from "../../protocol/plan.ts";
import type { SensitiveKind } from "../../protocol/sensitive.ts";
import type { Engine } from "../engines/engine.ts";
import type { InputPorts } from "./load-inputs.ts";

export interface PipelineOptions extends InputPorts {
  /** In the order they are tried: light and local first. */
  readonly engines: readonly Engine[];
  plan(instruction: string): Plan;
  /** What could be installed here for a plan nobody can carry out, and how long that takes, one sentence. */
  adviseInstall?(plan: Plan): Promise<string | undefined>;
  /** Kinds of edit this house does not do, whoever confirms them. */
  readonly refused?: readonly SensitiveKind[];
  /** What else may read an instruction the grammar leaves open; gives the plan as it is where that comes to nothing. */
  phrase?(plan: Plan, signal: AbortSignal): Promise<Plan>;
  now?(): Date;
}

export interface EditContext {
  readonly signal: AbortSignal;
  onProgress(progress: Progress): void;
}
