import type { FindResult } from "../../protocol/edit.ts";
import type { Result } from "../../protocol/errors.ts";
import { createChildCodec } from "../codec/child-codec.ts";
import { createPipeline } from "../pipeline/pipeline.ts";
import { createMemoryBlobStore } from "../store/memory-blob-store.ts";
import type { CliContext } from "./cli-context.ts";

/** Every text of a picture, read in this process. */
export async function findInPicture(bytes: Uint8Array, context: CliContext): Promise<Result<FindResult>> {
  const blobs = createMemoryBlobStore();
  const source = await blobs.put(bytes);
  if (!source.ok) return source;
  const [engines, plan] = [await context.tools.createEngines(context.dataFolder), await context.tools.loadPlanner()];
  const codec = createChildCodec({ logger: context.logger });
  try {
    return await createPipeline({ blobs, codec, engines, plan }).find(source.value, context.signal);
  } finally {
    await Promise.all([codec.close(), ...engines.map((engine) => engine.dispose?.())]);
  }
}
