import { existsSync } from "node:fs";
import { join } from "node:path";
import { emendError, err, type Result } from "../../../protocol/errors.ts";
import { detectHardware, type Hardware } from "../../hardware/detect-hardware.ts";
import type { EngineAvailability } from "../engine.ts";
import { findWeights, type Weights } from "./find-weights.ts";
import { type SdServer, startSdServer } from "./sd-process.ts";
import { startLine } from "./start-line.ts";

/** Starts a server that is ready for jobs. */
export type StartServer = (signal: AbortSignal) => Promise<Result<SdServer>>;

export interface SetUp {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly dataFolder: string;
}

const START_MS = 10 * 60_000;
const GIB = 1024 ** 3;
/** Of main memory, what weights may take beside everything else. */
const RAM_SHARE = 0.6;

const NOT_SET_UP =
  "Install it with emend models install qwen-image-edit-2509, or set EMEND_SD_SERVER to a sd-server program and EMEND_SD_MODEL_DIR to a folder of weights.";

/** `EMEND_SD_SERVER`, else the program that was installed. */
function programOf({ env, dataFolder }: SetUp): string | undefined {
  if (env.EMEND_SD_SERVER) return env.EMEND_SD_SERVER;
  const folder = join(dataFolder, "models", "sd-server");
  return ["sd-server", "sd-server.exe"].map((name) => join(folder, name)).find((path) => existsSync(path));
}

/** Weights wait in main memory where the card cannot hold them: the larger of the two decides. */
const budgetOf = ({ vramGiB, ramGiB }: Hardware): number => Math.max(vramGiB, ramGiB * RAM_SHARE) * GIB;

async function weightsOf({ env, dataFolder }: SetUp, hardware: Hardware): Promise<Weights | string> {
  const own = env.EMEND_SD_MODEL_DIR;
  const folder = own ? own : join(dataFolder, "models");
  return findWeights([folder], budgetOf(hardware));
}

/** Whether program and weights are there. */
export async function readiness(setUp: SetUp): Promise<EngineAvailability> {
  if (programOf(setUp) === undefined) return { available: false, reason: NOT_SET_UP };
  const weights = await weightsOf(setUp, await detectHardware(setUp.env));
  return typeof weights === "string" ? { available: false, reason: weights } : { available: true };
}

/** Starts the program on the weights, sized for this machine. Code beside those of `startSdServer`: `engine_unavailable`. */
export const startFrom =
  (setUp: SetUp): StartServer =>
  async (signal) => {
    const binary = programOf(setUp);
    const hardware = await detectHardware(setUp.env);
    const weights = binary === undefined ? NOT_SET_UP : await weightsOf(setUp, hardware);
    if (typeof weights === "string" || binary === undefined) {
      return err(emendError("engine_unavailable", typeof weights === "string" ? weights : NOT_SET_UP, { stage: "engine" }));
    }
    const argsFor = (port: number): readonly string[] => startLine(weights, port, hardware);
    return startSdServer(
      { binary, argsFor, deadlineMs: START_MS, runFolder: join(setUp.dataFolder, "run"), lightning: weights.lightning },
      signal,
    );
  };
