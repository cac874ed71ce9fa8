import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { OWNER_TENANT } from "../../protocol/access.ts";
import type { EditRequest, EditResult } from "../../protocol/edit.ts";
import { ok, type Result } from "../../protocol/errors.ts";
import { createChildCodec } from "../codec/child-codec.ts";
import type { Codec } from "../codec/codec.ts";
import { refusedKinds } from "../config/refused-kinds.ts";
import { installAdviser } from "../install-adviser.ts";
import { createPhraser, PHRASING } from "../phrasing/phrase-plan.ts";
import { codeRevision } from "../pipeline/code-revision.ts";
import { cacheKeyOf } from "../pipeline/edit-settings.ts";
import { createPipeline, type Pipeline } from "../pipeline/pipeline.ts";
import { modelDigests } from "../registry/model-cards.ts";
import { createSettingsStore } from "../settings/settings-store.ts";
import type { BlobStore } from "../store/blob-store.ts";
import { type Database, openDatabase } from "../store/database.ts";
import { createEditHistory } from "../store/edit-history.ts";
import { openFileBlobStore } from "../store/file-blob-store.ts";
import { createResultCache } from "../store/result-cache.ts";
import type { CliContext } from "./cli-context.ts";

/** What one `edit` command works in: the data folder's blobs, cache and history, and a pipeline in this process. */
export interface EditWorkspace {
  readonly blobs: BlobStore;
  readonly codec: Codec;
  make(request: EditRequest, options: { readonly useCache: boolean }): Promise<Result<readonly EditResult[]>>;
  close(): Promise<void>;
}

async function open(context: CliContext, db: Database): Promise<Result<EditWorkspace>> {
  const stored = await openFileBlobStore(join(context.dataFolder, "blobs"), { owner: false });
  if (!stored.ok) return stored;
  const blobs = stored.value;
  const codec = createChildCodec({ logger: context.logger });
  const [engines, plan, revision] = await Promise.all([
    context.tools.createEngines(context.dataFolder),
    context.tools.loadPlanner(),
    codeRevision(),
  ]);
  const refused = refusedKinds(process.env);
  if (!refused.ok) return refused;
  const { phrase } = createPhraser(createSettingsStore(context.dataFolder, context.env).of(PHRASING));
  const adviseInstall = installAdviser(context.dataFolder);
  const pipeline = createPipeline({ blobs, codec, engines, plan, phrase, adviseInstall, refused: refused.value });
  const tenant = OWNER_TENANT;
  const memory = { cache: createResultCache(db.queries, { tenant, blobs }), history: createEditHistory(db.queries, tenant) };
  const close = async (): Promise<void> => {
    await Promise.all([codec.close(), ...engines.map((engine) => engine.dispose?.())]);
    db.close();
  };
  const make: EditWorkspace["make"] = async (request, { useCache }) => {
    const key = cacheKeyOf(request, revision);
    const known = useCache ? await memory.cache.get(key) : undefined;
    const made = known === undefined ? await run(pipeline, request, context) : ok(known);
    if (made.ok && known === undefined) {
      await memory.cache.set(key, made.value);
      await memory.history.record({ jobId: randomUUID(), request, revision, models: await modelDigests(), results: made.value });
    }
    return made;
  };
  return ok({ blobs, codec, make, close });
}

async function run(pipeline: Pipeline, request: EditRequest, { output, signal }: CliContext): Promise<Result<readonly EditResult[]>> {
  const made = await pipeline.edit(request, {
    signal,
    onProgress: ({ stage, done, total }) => output.progress(`${stage} ${done}/${total}`),
  });
  output.progress("");
  return made;
}

export async function openEditWorkspace(context: CliContext): Promise<Result<EditWorkspace>> {
  const db = await openDatabase(context.dataFolder);
  if (!db.ok) return db;
  const workspace = await open(context, db.value);
  if (!workspace.ok) db.value.close();
  return workspace;
}
