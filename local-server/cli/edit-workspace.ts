import { randomUUID } from "node:crypto";
import { OWNER_TENANT } from "../../protocol/access.ts";
import type { EditRequest, EditResult, EngineView, Progress } from "../../protocol/edit.ts";
import { ok, type Result } from "../../protocol/errors.ts";
import { createChildCodec } from "../codec/child-codec.ts";
import type { Codec } from "../codec/codec.ts";
import { type LimitSettings, limitSettingsOf } from "../config/limit-settings.ts";
import { refusedKinds } from "../config/refused-kinds.ts";
import { teamSettingsOf } from "../config/team-settings.ts";
import { createHousekeeping } from "../housekeeping.ts";
import { installAdviser } from "../install-adviser.ts";
import { type KnownEdits, knownEdits } from "../known-edits.ts";
import { openBlobs } from "../open-blobs.ts";
import { openTables } from "../open-tables.ts";
import { createPhraser, PHRASING } from "../phrasing/phrase-plan.ts";
import { codeRevision } from "../pipeline/code-revision.ts";
import { createPipeline, type Pipeline } from "../pipeline/pipeline.ts";
import { rememberEdits } from "../remember-edits.ts";
import { createSettingsStore } from "../settings/settings-store.ts";
import type { BlobStore, BlobStores } from "../store/blob-store.ts";
import { failureOf } from "../store/storage-trouble.ts";
import type { Queries } from "../store/tables.ts";
import type { CliContext } from "./cli-context.ts";

/** Makes edits in this process: `rate_limited` when the tenant's share is used up, else what an edit may fail with. */
export interface EditWorkspace {
  readonly blobs: BlobStore;
  readonly codec: Codec;
  make(request: EditRequest, options: { readonly useCache: boolean }): Promise<Result<readonly EditResult[]>>;
  close(): Promise<void>;
}

interface Making {
  readonly pipeline: Pipeline;
  engines(): Promise<Result<readonly EngineView[]>>;
  close(): Promise<void>;
}

type Surroundings = Pick<CliContext, "logger" | "output" | "signal"> & { readonly revision: string };

const NO_QUEUE = { depth: async () => ({ queued: 0, running: 0 }) };

interface Places {
  readonly queries: Queries;
  readonly blobs: BlobStores;
  readonly limits: LimitSettings;
  readonly cacheHours: number | undefined;
  close(): Promise<void>;
}

/** Where the environment says that pictures and tables are: a team's, or this data folder, beside a companion that may be running. */
async function openPlaces({ dataFolder, env }: CliContext): Promise<Result<Places>> {
  const [settings, limits] = [teamSettingsOf(env), limitSettingsOf(env)];
  if (!settings.ok) return settings;
  if (!limits.ok) return limits;
  const blobs = await openBlobs(dataFolder, settings.value, { owner: false });
  if (!blobs.ok) return blobs;
  const tables = await openTables(dataFolder, env);
  return tables.ok ? ok({ ...tables.value, blobs: blobs.value, limits: limits.value, cacheHours: settings.value.cacheHours }) : tables;
}

async function pipelineOf(context: CliContext, blobs: BlobStore, codec: Codec): Promise<Result<Making>> {
  const refused = refusedKinds(context.env);
  if (!refused.ok) return refused;
  const [engines, plan] = await Promise.all([context.tools.createEngines(context.dataFolder), context.tools.loadPlanner()]);
  const { phrase } = createPhraser(createSettingsStore(context.dataFolder, context.env).of(PHRASING));
  const adviseInstall = installAdviser(context.dataFolder);
  const pipeline = createPipeline({ blobs, codec, engines, plan, phrase, adviseInstall, refused: refused.value });
  const close = async (): Promise<void> => void (await Promise.all(engines.map((engine) => engine.dispose?.())));
  return ok({ pipeline, engines: async () => ok(await pipeline.engines(context.signal)), close });
}

function makerOf(
  { queries, blobs, limits, cacheHours }: Places,
  { pipeline, engines }: Making,
  { logger, output, signal, revision }: Surroundings,
) {
  const house = createHousekeeping({ queries, queue: NO_QUEUE, logger, limits });
  const known = knownEdits({ queries, blobs, revision, hours: cacheHours });
  const anew: KnownEdits = { ...known, of: async () => undefined };
  const make: EditWorkspace["make"] = async (request, { useCache }) => {
    const allowed = await house.limits.mayEdit(OWNER_TENANT);
    if (!allowed.ok) return allowed;
    const execute = house.watched(rememberEdits({ queries, known: useCache ? known : anew, make: pipeline.edit, revision }), engines);
    const jobId = randomUUID();
    const asked = { tenant: OWNER_TENANT, actor: "owner", subject: jobId, outcome: "ok" };
    for (const action of ["edit", ...(request.confirmed ?? []).map((kind) => `confirm.${kind}`)]) house.audit.record({ ...asked, action });
    const onProgress = ({ stage, done, total }: Progress): void => output.progress(`${stage} ${done}/${total}`);
    const made = execute(request, { jobId, tenant: OWNER_TENANT, signal, onProgress });
    return made.catch(failureOf).finally(() => output.progress(""));
  };
  return { make, close: () => house.audit.close() };
}

async function open(context: CliContext, places: Places): Promise<Result<EditWorkspace>> {
  const blobs = places.blobs.of(OWNER_TENANT);
  const codec = createChildCodec({ logger: context.logger });
  const making = await pipelineOf(context, blobs, codec);
  if (!making.ok) return making;
  const maker = makerOf(places, making.value, { ...context, revision: await codeRevision() });
  const close = async (): Promise<void> => {
    await Promise.all([codec.close(), making.value.close()]);
    await maker.close();
    await places.close();
  };
  return ok({ blobs, codec, make: maker.make, close });
}

/**
 * What one `edit` or `batch` command works in, under the same settings, limits and records as a companion: `storage_failed`, `bad_usage`
 * for settings that cannot be.
 */
export async function openEditWorkspace(context: CliContext): Promise<Result<EditWorkspace>> {
  const places = await openPlaces(context);
  if (!places.ok) return places;
  const workspace = await open(context, places.value);
  if (!workspace.ok) await places.value.close();
  return workspace;
}
