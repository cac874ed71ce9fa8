import { cutModelFrame, fitModelFrame, type ModelFrame, type ModelLimits } from "../../../imaging/compositing/model-frame.ts";
import type { Mask, RasterImage } from "../../../imaging/raster/raster.ts";
import { createRaster } from "../../../imaging/raster/raster.ts";
import { emendError, err, ok, type Result } from "../../../protocol/errors.ts";
import { type BackOff, PATIENT, retryAfterMs, type Try, withBackOff } from "../../remote/back-off.ts";
import { type RemoteAnswer, sendRequest } from "../../remote/send-request.ts";
import type { Engine, EngineCapabilities, EngineOutput, EngineRequest } from "../engine.ts";
import { GENERATIVE_OPERATIONS, type PictureCodec, repainted } from "../generative.ts";
import { isPassing, remoteFault } from "../remote-fault.ts";
import { writePrompt } from "../write-prompt.ts";
import { type OpenAiSettings, readOpenAiSettings } from "./openai-settings.ts";
import { readAnswer } from "./read-answer.ts";

const LIMITS: ModelLimits = { multiple: 32, maxPixels: 1_048_576, minSide: 256 };
const REFERENCES = 4;

export interface OpenAiOptions {
  readonly codec: PictureCodec;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly backOff?: BackOff;
}

/** The wire cannot stop a run nor seed it: both flags say so. */
const capabilitiesOf = (local: boolean): EngineCapabilities => ({
  operations: GENERATIVE_OPERATIONS,
  local,
  progress: "none",
  cancel: "client",
  mask: true,
  references: REFERENCES,
  seed: false,
  cost: local ? "free" : "paid",
  maxPixels: LIMITS.maxPixels,
});

/** Our mask (255 = may change) in this wire's form: a picture that is see-through where it may change. */
function maskPicture({ width, data }: Mask, frame: ModelFrame): RasterImage {
  const { rect, size } = frame;
  const out = createRaster(size.width, size.height);
  for (let i = 0; i < size.width * size.height; i++) {
    const x = rect.x + Math.floor((((i % size.width) + 0.5) * rect.width) / size.width);
    const y = rect.y + Math.floor(((Math.floor(i / size.width) + 0.5) * rect.height) / size.height);
    out.data[i * 4 + 3] = data[y * width + x] === 0 ? 255 : 0;
  }
  return out;
}

const part = (bytes: Uint8Array): Blob => new Blob([Uint8Array.from(bytes)], { type: "image/png" });

async function formFor(
  request: EngineRequest,
  frame: ModelFrame,
  { codec, model, signal }: { codec: PictureCodec; model: string; signal: AbortSignal },
): Promise<Result<FormData>> {
  const form = new FormData();
  form.set("model", model);
  form.set("prompt", writePrompt(request.plan));
  form.set("n", "1");
  const pictures = [cutModelFrame(request.source, frame), ...request.references.slice(0, REFERENCES - 1)];
  for (const [i, picture] of pictures.entries()) {
    const png = await codec.encode(picture, "png", signal);
    if (!png.ok) return png;
    form.append(pictures.length === 1 ? "image" : "image[]", part(png.value), `image-${i}.png`);
  }
  if (request.mask === undefined) return ok(form);
  const mask = await codec.encode(maskPicture(request.mask, frame), "png", signal);
  if (!mask.ok) return mask;
  form.set("mask", part(mask.value), "mask.png");
  return ok(form);
}

async function attempt(form: FormData, settings: OpenAiSettings, signal: AbortSignal): Promise<Try<RemoteAnswer>> {
  const { baseUrl, key, deadlineMs } = settings;
  const headers = key === undefined ? {} : { authorization: `Bearer ${key}` };
  const answer = await sendRequest(
    { url: `${baseUrl.href.replace(/\/$/, "")}/images/edits`, method: "POST", headers, body: form, deadlineMs },
    signal,
  );
  if (!answer.ok || answer.value.status === 200) return { done: answer };
  const fault = err(remoteFault(answer.value, "The images server", key));
  return isPassing(answer.value.status)
    ? { again: fault, afterMs: retryAfterMs(answer.value.headers.get("retry-after")) }
    : { done: fault };
}

async function edit(
  request: EngineRequest,
  { codec, env, backOff = PATIENT }: OpenAiOptions,
  signal: AbortSignal,
): Promise<Result<EngineOutput>> {
  const settings = readOpenAiSettings(env);
  if (typeof settings === "string") return err(emendError("engine_unavailable", settings, { stage: "engine" }));
  const startedAt = performance.now();
  const frame = fitModelFrame(request.source, request.region, LIMITS);
  const form = await formFor(request, frame, { codec, model: settings.model, signal });
  if (!form.ok) return form;
  const answer = await withBackOff(backOff, signal, () => attempt(form.value, settings, signal));
  if (!answer.ok) return answer;
  const bytes = await readAnswer(answer.value.bytes, settings.resultHosts, signal);
  return bytes.ok ? repainted(bytes.value, frame, { codec, signal, startedAt }) : bytes;
}

/**
 * Any server with OpenAI's `POST /images/edits`: OpenAI's own, or one on this machine or in the house. Settings:
 * `EMEND_OPENAI_BASE_URL` `EMEND_OPENAI_API_KEY` `EMEND_OPENAI_MODEL` `EMEND_OPENAI_RESULT_HOSTS`. Off this machine it needs consent.
 */
export function createOpenAiEngine(options: OpenAiOptions): Engine {
  const settings = readOpenAiSettings(options.env);
  const reason = typeof settings === "string" ? settings : undefined;
  return {
    name: "openai",
    capabilities: () => capabilitiesOf(typeof settings !== "string" && settings.local),
    check: async () => (reason === undefined ? { available: true } : { available: false, reason }),
    edit: (request, signal) => edit(request, options, signal),
  };
}
