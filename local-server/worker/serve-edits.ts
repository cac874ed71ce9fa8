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

/** The answer goes out first. */
const AFTER_ANSWER_MS = 50;

/** Warms engines up, once: who asks what there is will edit before long, and should not wait for networks to load then. */
function warmer(engines: readonly Engine[]): () => void {
  let begun = false;
  return () => {
    if (begun) return;
    begun = true;
    // What cannot be loaded is told by the edit that needs it.
    setTimeout(() => {
      for (const engine of engines) void engine.warmUp?.().catch(() => undefined);
    }, AFTER_ANSWER_MS);
  };
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
  const warm = warmer(engines);
  serveChild<EditMethods>(
    {
      edit: ({ tenant, request }, { signal, emit }) => pipelineOf(tenant).edit(request, { signal, onProgress: emit }).finally(tidyUp),
      find: ({ tenant, source, region }, { signal }) => pipelineOf(tenant).find(source, signal, region),
      render: ({ tenant, request }, { signal }) => pipelineOf(tenant).render(request, signal),
      verify: ({ tenant, result, layer }, { signal }) => pipelineOf(tenant).verify(result, signal, layer),
      lettering: async (texts) => ok(pipelineOf(OWNER_TENANT).lettering(texts)),
      engines: async (_none, { signal }) => {
        warm();
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
