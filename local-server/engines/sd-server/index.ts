import { fitModelFrame, forPreview, type ModelLimits } from "../../../imaging/compositing/model-frame.ts";
import { emendError, err, ok, type Result } from "../../../protocol/errors.ts";
import { type BackOff, PATIENT } from "../../remote/back-off.ts";
import { wait } from "../../remote/wait.ts";
import type { Engine, EngineCapabilities, EngineListener, EngineOutput, EngineRequest } from "../engine.ts";
import { GENERATIVE_OPERATIONS, type PictureCodec, repainted } from "../generative.ts";
import { drawJob } from "./draw-job.ts";
import { jobBody, MOST_REFERENCES } from "./job-body.ts";
import type { SdServer } from "./sd-process.ts";
import { readiness, type StartServer, startFrom } from "./set-up.ts";

/** At most 1 MP in steps of 32: then the model's own copy of the reference lies on the same grid as its output. */
const LIMITS: ModelLimits = { multiple: 32, maxPixels: 1_048_576, minSide: 64 };
const DEADLINE_MS = 28 * 60_000;

const CAPABILITIES: EngineCapabilities = {
  operations: GENERATIVE_OPERATIONS,
  local: true,
  progress: "steps",
  cancel: "hard",
  mask: true,
  references: MOST_REFERENCES,
  seed: true,
  cost: "free",
  maxPixels: LIMITS.maxPixels,
  preview: true,
};

const BROKEN: ReadonlySet<string> = new Set(["engine_failed", "engine_unavailable"]);

export interface SdServerOptions {
  readonly codec: PictureCodec;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Where installed models and programs lie, and where a running server is written down. */
  readonly dataFolder: string;
  readonly backOff?: BackOff;
  /** Longest a job may take. */
  readonly deadlineMs?: number;
  /** How a server comes to be; default: the program and weights of the settings, or those installed. */
  readonly start?: StartServer;
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
  onEvent({ stage: "engine", done: 0, total: 1 });
  const server = await keeper.get(signal);
  if (!server.ok) return server;
  const body = await jobBody(request, frame, { codec: options.codec, lightning: server.value.lightning, signal });
  if (!body.ok) return body;
  server.value.onStep = (done, total) => onEvent({ stage: "engine", done, total });
  const bytes = await drawOn(server.value, body.value, at);
  return bytes.ok ? repainted(bytes.value, frame, { codec: options.codec, signal, startedAt }) : bytes;
}

/** stable-diffusion.cpp's `sd-server` on this machine, as a child that lives from edit to edit. One picture at a time. */
export function createSdServerEngine(options: SdServerOptions): Engine {
  const keeper = new ServerKeeper(options.start ?? startFrom(options));
  let turn: Promise<unknown> = Promise.resolve();
  return {
    name: "sd-server",
    capabilities: () => CAPABILITIES,
    check: async () => (options.start === undefined ? readiness(options) : { available: true }),
    edit: (request, signal, onEvent) => {
      const mine = turn.then(() => edit(request, { options, keeper, signal, onEvent }));
      turn = mine.catch(() => undefined);
      return mine;
    },
    dispose: () => keeper.stop(),
  };
}
