import type { Plan } from "../../protocol/plan.ts";
import type { Engine } from "../engines/engine.ts";
import type { Logger } from "../observability/logger.ts";
import type { CliOutput } from "./cli-output.ts";
import type { SecretSource } from "./read-secret.ts";

/** What the command line works with: the real things in `main.ts`, fakes in tests. */
export interface CliTools {
  /** In the order they are tried. Models load on first use. */
  createEngines(dataFolder: string): Promise<readonly Engine[]>;
  readonly engineNames: readonly string[];
  loadPlanner(): Promise<(instruction: string) => Plan>;
  readonly workerEntry: URL;
}

export interface CliContext {
  readonly output: CliOutput;
  readonly tools: CliTools;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Where the person stands; relative paths start here. */
  readonly folder: string;
  /** Standard input; absent in tests without one. */
  readonly input?: SecretSource | undefined;
  readonly dataFolder: string;
  readonly logger: Logger;
  /** `--json` was given. */
  readonly json: boolean;
  /** Aborts on Ctrl-C. */
  readonly signal: AbortSignal;
}

/** npm starts scripts in the package's folder and leaves where the person was in `INIT_CWD`. */
export function folderOf(env: Readonly<Record<string, string | undefined>>, cwd: string): string {
  return env.npm_package_name === "emend" && env.INIT_CWD ? env.INIT_CWD : cwd;
}
