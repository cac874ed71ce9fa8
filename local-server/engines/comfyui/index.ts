import { randomUUID } from "node:crypto";
import { emendError, err, ok, type Result } from "../../../protocol/errors.ts";
import type { Try } from "../../remote/back-off.ts";
import type { RemoteAnswer } from "../../remote/send-request.ts";
import type { Engine, EngineAvailability } from "../engine.ts";
import { whiteMask } from "../frame-mask.ts";
import {
  createHostedEngine,
  type GivenPicture,
  type HostedJob,
  type HostedOptions,
  type HostedWire,
  refusedTry,
} from "../hosted-engine.ts";
import { readHostedSettings } from "../hosted-settings.ts";
import { buildGraph, type GraphInput } from "./build-graph.ts";
import { type ComfyFiles, chooseFiles, LOADERS, NODES, type ObjectInfo } from "./choose-files.ts";
import { type ComfyClient, fault, getFrom, parseJson, postJson, upload } from "./comfy-client.ts";
import { openSocket, takeBack, watchRun } from "./watch-run.ts";

const TITLE = "ComfyUI";
const CHECK_MS = 3_000;
/** Looked up anew after this: models are put into folders while ComfyUI runs. */
const FRESH_MS = 30_000;

/** Files per address, so that a row of edits asks once. */
const known = new Map<string, { readonly at: number; readonly files: ComfyFiles }>();

async function readInfo(client: ComfyClient): Promise<Result<ObjectInfo>> {
  const answers = await Promise.all(
    [...NODES, ...LOADERS].map(async (node) => ({ node, answer: await getFrom(client, `/object_info/${node}`) })),
  );
  const info: Record<string, ObjectInfo[string]> = {};
  for (const { node, answer } of answers) {
    if (!answer.ok) return answer;
    if (answer.value.status !== 200) return fault(`ComfyUI answered with status ${answer.value.status} when asked for its nodes.`);
    info[node] = (parseJson(answer.value) as ObjectInfo | undefined)?.[node];
  }
  return ok(info);
}

async function filesAt(client: ComfyClient, wanted: string): Promise<Result<ComfyFiles>> {
  const id = `${client.base} ${wanted}`;
  const before = known.get(id);
  if (before !== undefined && performance.now() - before.at < FRESH_MS) return ok(before.files);
  const info = await readInfo(client);
  if (!info.ok) return info;
  const files = chooseFiles(info.value, wanted);
  if (typeof files === "string") return err(emendError("engine_unavailable", files, { stage: "engine" }));
  known.set(id, { at: performance.now(), files });
  return ok(files);
}

const numberIn = (value: unknown, least: number, most: number): number | undefined =>
  typeof value === "number" && value >= least && value <= most ? value : undefined;

/** Few-step weights soften small letters: for text the full number of steps is taken unless asked otherwise. */
function samplingOf({ request, option }: HostedJob, files: ComfyFiles): Pick<GraphInput, "steps" | "cfg" | "lightning"> {
  const asked = request.options.lightning ?? (option("lightning") === undefined ? undefined : option("lightning") === "true");
  const suits = request.plan.operations.every(({ kind }) => !kind.startsWith("text."));
  const lightning = files.lightning !== undefined && (asked === undefined ? suits || request.preview !== undefined : asked === true);
  return {
    lightning,
    steps: Math.round(numberIn(request.options.steps, 1, 100) ?? (lightning ? (files.lightning?.steps ?? 8) : 20)),
    cfg: numberIn(request.options.cfg, 1, 20) ?? (lightning ? 1 : 2.5),
  };
}

/** Pictures and mask, put where ComfyUI's nodes find them. */
async function uploadAll(client: ComfyClient, job: HostedJob): Promise<Try<Pick<GraphInput, "pictures" | "mask">>> {
  const mask = job.request.mask === undefined ? undefined : await job.encode(whiteMask(job.request.mask, job.frame));
  if (mask !== undefined && !mask.ok) return { done: mask };
  const names: string[] = [];
  for (const png of [...job.pictures, ...(mask === undefined ? [] : [mask.value])]) {
    const stored = await upload(client, png, `emend-${randomUUID()}.png`);
    if ("refused" in stored) return refusedTry(stored.refused, TITLE, job.key);
    if (!stored.ok) return { done: stored };
    names.push(stored.value);
  }
  const pictures = names.slice(0, job.pictures.length);
  const masked = names[job.pictures.length];
  return { done: ok({ pictures, ...(masked !== undefined && { mask: masked }) }) };
}

/** A refused graph says which node and why; a file that went away is looked up anew next time. */
function refusedGraph(answer: RemoteAnswer, job: HostedJob): Try<never> {
  known.clear();
  if (answer.status !== 400) return refusedTry(answer, TITLE, job.key);
  const body = parseJson(answer) as
    | { node_errors?: Readonly<Record<string, { class_type?: unknown; errors?: readonly { details?: unknown }[] }>> }
    | undefined;
  const [first] = Object.values(body?.node_errors ?? {});
  if (first === undefined) return refusedTry(answer, TITLE, job.key);
  const details = String(first.errors?.[0]?.details ?? "")
    .replace(/\s+/g, " ")
    .slice(0, 160);
  return { done: fault(`ComfyUI refused the graph at ${String(first.class_type)}: ${details}`) };
}

async function run(
  client: ComfyClient,
  graph: unknown,
  job: HostedJob & { onStep(done: number, total: number): void },
): Promise<Try<string>> {
  const clientId = randomUUID();
  const socket = await openSocket(client, clientId);
  let promptId: string | undefined;
  try {
    const queued = await postJson(client, "/prompt", { prompt: graph, client_id: clientId });
    if (!queued.ok) return { done: queued };
    if (queued.value.status !== 200) return refusedGraph(queued.value, job);
    const id = (parseJson(queued.value) as { prompt_id?: unknown } | undefined)?.prompt_id;
    if (typeof id !== "string" || !/^[\w-]{1,80}$/.test(id)) return { done: fault("ComfyUI did not take the job.") };
    promptId = id;
    let [at, of] = [0, 1];
    const step = (done: number, total: number): void => {
      [at, of] = [done, total];
      job.onStep(done, total);
    };
    const listener = { step, preview: (picture: Uint8Array) => job.show(picture, at, of) };
    const view = await watchRun(client, { socket, promptId, listener });
    if (view.ok) promptId = undefined;
    return { done: view };
  } finally {
    // Whatever ended it on our side: cancelled, too late, broken.
    if (promptId !== undefined) await takeBack(client, promptId);
    socket.close();
  }
}

async function ask(job: HostedJob, onStep: (done: number, total: number) => void): Promise<Try<GivenPicture>> {
  const { settings, key, signal, remainingMs, request, prompt } = job;
  const client: ComfyClient = { base: settings.baseUrl.href.replace(/\/$/, ""), key, signal, remainingMs };
  const files = await filesAt(client, settings.model);
  if (!files.ok) return { done: files };
  const uploaded = await uploadAll(client, job);
  if (!("done" in uploaded) || !uploaded.done.ok) return uploaded as Try<never>;
  const graph = buildGraph({ files: files.value, prompt, seed: request.seed, ...uploaded.done.value, ...samplingOf(job, files.value) });
  onStep(0, 1);
  const made = await run(client, graph, { ...job, onStep });
  if (!("done" in made) || !made.done.ok) return made as Try<never>;
  const picture = await getFrom(client, made.done.value, remainingMs());
  if (!picture.ok) return { done: picture };
  return picture.value.status === 200 ? { done: ok({ bytes: picture.value.bytes }) } : refusedTry(picture.value, TITLE, key);
}

const WIRE: HostedWire = {
  name: "comfyui",
  title: TITLE,
  limits: { multiple: 32, maxPixels: 1_048_576, minSide: 64 },
  promptChars: 4000,
  capabilities: { progress: "steps", cancel: "hard", mask: true, references: 2, seed: true, preview: true },
  baseUrl: "http://127.0.0.1:8188",
  /** None: the file whose name says it is Qwen-Image-Edit-2509. */
  model: "",
  deadlineMs: 28 * 60_000,
  resultHosts: [],
  staysHere: true,
  unset: "Start ComfyUI, or set EMEND_COMFYUI_BASE_URL to where it runs.",
  ask,
};

/** Whether there is a ComfyUI at the address, with every node and file the graph needs. */
async function checkServer(options: HostedOptions, signal: AbortSignal | undefined): Promise<EngineAvailability> {
  const own = options.settingsOf(WIRE.name);
  const settings = readHostedSettings(own, WIRE);
  if (typeof settings === "string") return { available: false, reason: settings, missing: ["address"] };
  const deadline = AbortSignal.timeout(CHECK_MS);
  const client: ComfyClient = {
    base: settings.baseUrl.href.replace(/\/$/, ""),
    key: await own.key(),
    signal: signal === undefined ? deadline : AbortSignal.any([signal, deadline]),
    remainingMs: () => CHECK_MS,
  };
  const files = await filesAt(client, settings.model);
  if (files.ok) return { available: true };
  const lacksFiles = files.error.code === "engine_unavailable" && files.error.message.startsWith("ComfyUI lacks");
  return { available: false, reason: lacksFiles ? files.error.message : `No ComfyUI answers at ${settings.baseUrl.host}. ${WIRE.unset}` };
}

/**
 * An existing ComfyUI with Qwen-Image-Edit-2509. Settings: `baseUrl` `model` (a diffusion model by file name) `lightning` (true, false),
 * and a key where a proxy before it wants one.
 */
export function createComfyUiEngine(options: HostedOptions): Engine {
  const engine = createHostedEngine(WIRE, options);
  return {
    ...engine,
    check: async (signal) => {
      const allowed = await engine.check(signal);
      return allowed.available ? { ...allowed, ...(await checkServer(options, signal)) } : allowed;
    },
  };
}
