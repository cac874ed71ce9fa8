import { OWNER_TENANT, type Tenant } from "../../protocol/access.ts";
import { ok } from "../../protocol/errors.ts";
import type { Plan } from "../../protocol/plan.ts";
import { createChildCodec } from "../codec/child-codec.ts";
import { refusedKinds } from "../config/refused-kinds.ts";
import { teamSettingsOf } from "../config/team-settings.ts";
import type { Engine } from "../engines/engine.ts";
import { installAdviser } from "../install-adviser.ts";
import { createLogger, logLevelOf } from "../observability/logger.ts";
import { openBlobs } from "../open-blobs.ts";
import { createPhraser, PHRASING } from "../phrasing/phrase-plan.ts";
import { createPipeline, type Pipeline } from "../pipeline/pipeline.ts";
import { serveChild } from "../process/child-port.ts";
import { createSettingsStore } from "../settings/settings-store.ts";
import type { EditMethods } from "./edit-methods.ts";
import { createWarmer } from "./warmer.ts";

/** Orders that are read once ahead: what a plan compiles is compiled when it is first asked for, about a second of it. */
const READ_AHEAD = ["把“原价¥199”改成“现价¥169”，其他不变", "change 'Sale' to 'New' and make it red"];

/** What somebody would wait for, piece by piece and in that order: the networks that read a picture, an edit nobody sees, the grammar. */
async function* ahead(engines: readonly Engine[], plan: (instruction: string) => Plan): AsyncGenerator<void> {
  for (const engine of engines) if (engine.warmUp) yield* engine.warmUp();
  for (const instruction of READ_AHEAD) {
    plan(instruction);
    yield;
  }
}

/** What an edit leaves behind is collected once its answer is out, not under the next one. Where node was told to let us. */
const tidyUp = (): void => void setImmediate(() => globalThis.gc?.());

/** Turns this process into an edit worker over the blobs in `dataFolder`. */
export async function serveEdits(dataFolder: string, engines: readonly Engine[], plan: (instruction: string) => Plan): Promise<void> {
  const logger = createLogger(logLevelOf(process.env.EMEND_LOG), (line) => process.stderr.write(line));
  const settings = teamSettingsOf(process.env);
  const blobs = settings.ok ? await openBlobs(dataFolder, settings.value, { owner: false }) : settings;
  if (!blobs.ok) throw new Error(blobs.error.message);
  const refused = refusedKinds(process.env);
  if (!refused.ok) throw new Error(refused.error.message);
  const advice = { adviseInstall: installAdviser(dataFolder), refused: refused.value };
  const { phrase } = createPhraser(createSettingsStore(dataFolder, process.env).of(PHRASING));
  const shared = { codec: createChildCodec({ logger }), engines, plan, phrase, ...advice };
  const pipelineOf = (tenant: Tenant): Pipeline => createPipeline({ ...shared, blobs: blobs.value.of(tenant) });
  // Who asks what engines there are will edit before long.
  const warmer = createWarmer(() => ahead(engines, plan));
  serveChild<EditMethods>(
    {
      edit: ({ tenant, request }, { signal, emit }) => {
        warmer.end();
        return pipelineOf(tenant).edit(request, { signal, onProgress: emit }).finally(tidyUp);
      },
      find: ({ tenant, source, region }, { signal }) => warmer.during(pipelineOf(tenant).find(source, signal, region)),
      render: ({ tenant, request }, { signal }) => warmer.during(pipelineOf(tenant).render(request, signal)),
      verify: ({ tenant, result, layer }, { signal }) => warmer.during(pipelineOf(tenant).verify(result, signal, layer)),
      lettering: async (texts) => ok(pipelineOf(OWNER_TENANT).lettering(texts)),
      engines: async (_none, { signal }) => {
        warmer.begin();
        return ok(await pipelineOf(OWNER_TENANT).engines(signal));
      },
    },
    (error) => logger.error("worker_bug", { name: error instanceof Error ? error.name : "unknown", at: bugPlace(error) }),
  );
}

/** The first place of ours in a stack, without folders: enough to find a bug, nothing about the machine. */
function bugPlace(error: unknown): string | undefined {
  return error instanceof Error ? /([\w-]+\.ts:\d+)/.exec(error.stack ?? "")?.[1] : undefined;
}
