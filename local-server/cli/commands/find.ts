import { ok, type Result } from "../../../protocol/errors.ts";
import { boundsOf } from "../../../protocol/geometry.ts";
import type { FoundText } from "../../../protocol/text-style.ts";
import { createChildCodec } from "../../codec/child-codec.ts";
import { createPipeline } from "../../pipeline/pipeline.ts";
import { createMemoryBlobStore } from "../../store/memory-blob-store.ts";
import type { CliContext } from "../cli-context.ts";
import type { Command } from "../command.ts";
import { readPicture } from "../read-picture.ts";

function describe({ string, quad, confidence }: FoundText): string {
  const { x, y, width, height } = boundsOf(quad);
  return `${confidence.toFixed(2)}  ${string}  (${x}, ${y}, ${width} × ${height})`;
}

async function findIn(bytes: Uint8Array, context: CliContext): ReturnType<ReturnType<typeof createPipeline>["find"]> {
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

export const find: Command = {
  name: "find",
  usage: "find IMAGE [--json]",
  summary: "Lists every text in a picture: string, place, confidence.",
  positionals: { min: 1, max: 1 },
  options: {},
  run: async (args, context): Promise<Result<0>> => {
    const bytes = await readPicture(args.positionals[0]!, context.folder);
    const found = bytes.ok ? await findIn(bytes.value, context) : bytes;
    if (!found.ok) return found;
    if (context.json) context.output.json(found.value);
    else for (const text of found.value.texts) context.output.line(describe(text));
    return ok(0);
  },
};
