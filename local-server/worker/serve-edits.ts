import { join } from "node:path";
import { ok } from "../../protocol/errors.ts";
import type { Plan } from "../../protocol/plan.ts";
import { createChildCodec } from "../codec/child-codec.ts";
import type { Engine } from "../engines/engine.ts";
import { createLogger, logLevelOf } from "../observability/logger.ts";
import { createPipeline } from "../pipeline/pipeline.ts";
import { serveChild } from "../process/child-port.ts";
import { openFileBlobStore } from "../store/file-blob-store.ts";
import type { EditMethods } from "./edit-methods.ts";

/** Turns this process into an edit worker over the blobs in `dataFolder`. */
export async function serveEdits(dataFolder: string, engines: readonly Engine[], plan: (instruction: string) => Plan): Promise<void> {
  const logger = createLogger(logLevelOf(process.env.EMEND_LOG), (line) => process.stderr.write(line));
  const blobs = await openFileBlobStore(join(dataFolder, "blobs"), { owner: false });
  if (!blobs.ok) throw new Error(blobs.error.message);
  const pipeline = createPipeline({ blobs: blobs.value, codec: createChildCodec({ logger }), engines, plan });
  serveChild<EditMethods>(
    {
      edit: (request, { signal, emit }) => pipeline.edit(request, { signal, onProgress: emit }),
      find: ({ source }, { signal }) => pipeline.find(source, signal),
      engines: async (_none, { signal }) => ok(await pipeline.engines(signal)),
    },
    (error) => logger.error("worker_bug", { name: error instanceof Error ? error.name : "unknown", at: bugPlace(error) }),
  );
}

/** The first place of ours in a stack, without folders: enough to find a bug, nothing about the machine. */
function bugPlace(error: unknown): string | undefined {
  return error instanceof Error ? /([\w-]+\.ts:\d+)/.exec(error.stack ?? "")?.[1] : undefined;
}
