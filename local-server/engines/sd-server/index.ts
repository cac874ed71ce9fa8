import { cutModelFrame, fitModelFrame, forPreview, type ModelFrame, type ModelLimits } from "../../../imaging/compositing/model-frame.ts";
import { emendError, err, ok, type Result } from "../../../protocol/errors.ts";
import { type BackOff, PATIENT } from "../../remote/back-off.ts";
import { wait } from "../../remote/wait.ts";
import type { Engine, EngineAvailability, EngineCapabilities, EngineListener, EngineOutput, EngineRequest } from "../engine.ts";
import { GENERATIVE_OPERATIONS, type PictureCodec, repainted } from "../generative.ts";
import { writePrompt } from "../write-prompt.ts";
import { drawJob } from "./draw-job.ts";
import { findWeights } from "./find-weights.ts";
import { type SdServer, startSdServer } from "./sd-process.ts";
import { startLine } from "./start-line.ts";

/** At most 1 MP in steps of 32: then the model's own copy of the reference lies on the same grid as its output. */
const LIMITS: ModelLimits = { multiple: 32, maxPixels: 1_048_576, minSide: 64 };
const REFERENCES = 2;
/** Enough to see where and what: not how fine. */
const PREVIEW_STEPS = 8;
const DEADLINE_MS = 28 * 60_000;
const START_MS = 10 * 60_000;

const CAPABILITIES: EngineCapabilities = {
  operations: GENERATIVE_OPERATIONS,
  local: true,
  progress: "steps",
  cancel: "hard",
  mask: false,
  references: REFERENCES,
  seed: true,
  cost: "free",
  maxPixels: LIMITS.maxPixels,
  preview: true,
};

const BROKEN: ReadonlySet<string> = new Set(["engine_failed", "engine_unavailable"]);

export type StartServer = (signal: AbortSignal) => Promise<Result<SdServer>>;

export interface SdServerOptions {
  readonly codec: PictureCodec;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly backOff?: BackOff;
  /** Longest a job may take. */
  readonly deadlineMs?: number;
  /** How a server comes to be; default: the program in `EMEND_SD_SERVER` on the weights in `EMEND_SD_MODEL_DIR`. */
  readonly start?: StartServer;
}

const NOT_SET_UP =
  "Set EMEND_SD_SERVER to the sd-server program of stable-diffusion.cpp and EMEND_SD_MODEL_DIR to a folder with Qwen-Image-Edit-2509.";

async function readiness(env: SdServerOptions["env"]): Promise<EngineAvailability> {
  if (!env.EMEND_SD_SERVER || !env.EMEND_SD_MODEL_DIR) return { available: false, reason: NOT_SET_UP };
  const weights = await findWeights(env.EMEND_SD_MODEL_DIR);
  return typeof weights === "string" ? { available: false, reason: weights } : { available: true };
}

/** Starts the program named in the environment. */
const startFrom =
  (env: SdServerOptions["env"]): StartServer =>
  async (signal) => {
    const weights = env.EMEND_SD_MODEL_DIR ? await findWeights(env.EMEND_SD_MODEL_DIR) : NOT_SET_UP;
    const binary = env.EMEND_SD_SERVER;
    if (typeof weights === "string" || !binary) {
      return err(emendError("engine_unavailable", typeof weights === "string" ? weights : NOT_SET_UP, { stage: "engine" }));
    }
    const memory = { vramGiB: Number(env.EMEND_SD_VRAM_GB ?? 0) };
    return startSdServer({ binary, argsFor: (port) => startLine(weights, port, memory), deadlineMs: START_MS }, signal);
  };

const numberIn = (value: unknown, least: number, most: number): number | undefined =>
  typeof value === "number" && value >= least && value <= most ? value : undefined;

async function bodyFor(
  request: EngineRequest,
  frame: ModelFrame,
  codec: PictureCodec,
  signal: AbortSignal,
): Promise<Result<Record<string, unknown>>> {
  const pictures: string[] = [];
  const others = request.references.slice(0, REFERENCES).map((picture) => {
    const whole = { x: 0, y: 0, width: picture.width, height: picture.height };
    return cutModelFrame(picture, { rect: whole, size: frame.size });
  });
  for (const picture of [cutModelFrame(request.source, frame), ...others]) {
    const png = await codec.encode(picture, "png", signal);
    if (!png.ok) return png;
    pictures.push(Buffer.from(png.value).toString("base64"));
  }
  const steps = request.preview ? PREVIEW_STEPS : Math.round(numberIn(request.options.steps, 1, 100) ?? 20);
  const guidance = { txt_cfg: numberIn(request.options.cfg, 1, 20) ?? 2.5 };
  return ok({
    prompt: writePrompt(request.plan),
    ...frame.size,
    seed: request.seed % 2 ** 31,
    strength: 1,
    ref_images: pictures,
    sample_params: { sample_steps: steps, sample_method: "euler", flow_shift: 3, guidance },
    embed_image_metadata: false,
    output_format: "png",
  });
}

/** Keeps one server running from edit to edit; a crash leaves a growing pause before the next start. */
class ServerKeeper {
  readonly #start: StartServer;
  #server: SdServer | undefined;
  #crashes = 0;

  constructor(start: StartServer) {
    this.#start = start;
  }

  async get(signal: AbortSignal): Promise<Result<SdServer>> {
    if (this.#server !== undefined && !this.#server.ended.aborted) return ok(this.#server);
    if (this.#crashes > 0) await wait(Math.min(30_000, 250 * 2 ** this.#crashes), signal);
    const started = await this.#start(signal);
    if (started.ok) this.#server = started.value;
    else if (started.error.code !== "cancelled") this.#crashes++;
    return started;
  }

  /** After an edit: a server that ended by itself has crashed. */
  note(crashed: boolean): void {
    this.#crashes = crashed ? this.#crashes + 1 : 0;
  }

  async stop(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    await server?.stop();
  }
}

async function drawOn(
  server: SdServer,
  body: Record<string, unknown>,
  at: { options: SdServerOptions; signal: AbortSignal; keeper: ServerKeeper },
): Promise<Result<Uint8Array>> {
  const { options, signal, keeper } = at;
  const job = { url: server.url, body, backOff: options.backOff ?? PATIENT, deadlineMs: options.deadlineMs ?? DEADLINE_MS };
  const done = await drawJob(job, AbortSignal.any([signal, server.ended]), () => keeper.stop());
  // A broken connection is seen a moment before the end of the process behind it.
  if (!done.ok && BROKEN.has(done.error.code)) await wait(300, AbortSignal.any([signal, server.ended]));
  const crashed = server.ended.aborted && !signal.aborted && !done.ok && done.error.code !== "engine_timeout";
  keeper.note(crashed);
  if (!crashed) return done;
  return err(
    emendError("engine_failed", "The model server ended while making the picture.", {
      stage: "engine",
      retryable: true,
      help: "It starts again with the next edit; a smaller region needs less memory.",
    }),
  );
}

async function edit(
  request: EngineRequest,
  at: { options: SdServerOptions; keeper: ServerKeeper; signal: AbortSignal; onEvent: EngineListener },
): Promise<Result<EngineOutput>> {
  const { options, keeper, signal, onEvent } = at;
  const startedAt = performance.now();
  const frame = fitModelFrame(request.source, request.region, forPreview(LIMITS, request.preview));
  const body = await bodyFor(request, frame, options.codec, signal);
  if (!body.ok) return body;
  onEvent({ stage: "engine", done: 0, total: 1 });
  const server = await keeper.get(signal);
  if (!server.ok) return server;
  server.value.onStep = (done, total) => onEvent({ stage: "engine", done, total });
  const bytes = await drawOn(server.value, body.value, at);
  return bytes.ok ? repainted(bytes.value, frame, { codec: options.codec, signal, startedAt }) : bytes;
}

/** stable-diffusion.cpp's `sd-server` on this machine, as a child that lives from edit to edit. One picture at a time. */
export function createSdServerEngine(options: SdServerOptions): Engine {
  const keeper = new ServerKeeper(options.start ?? startFrom(options.env));
  let turn: Promise<unknown> = Promise.resolve();
  return {
    name: "sd-server",
    capabilities: () => CAPABILITIES,
    check: async () => (options.start === undefined ? readiness(options.env) : { available: true }),
    edit: (request, signal, onEvent) => {
      const mine = turn.then(() => edit(request, { options, keeper, signal, onEvent }));
      turn = mine.catch(() => undefined);
      return mine;
    },
    dispose: () => keeper.stop(),
  };
}
