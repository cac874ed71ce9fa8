import { cutModelFrame, fitModelFrame, type ModelFrame, type ModelLimits } from "../../imaging/compositing/model-frame.ts";
import type { RasterImage } from "../../imaging/raster/raster.ts";
import { emendError, err, ok, type Result } from "../../protocol/errors.ts";
import { type BackOff, PATIENT, retryAfterMs, type Try, withBackOff } from "../remote/back-off.ts";
import { fetchResult } from "../remote/fetch-result.ts";
import type { RemoteAnswer } from "../remote/send-request.ts";
import type { Engine, EngineCapabilities, EngineListener, EngineOutput, EngineRequest } from "./engine.ts";
import type { EngineSettings, SettingsOf } from "./engine-settings.ts";
import { GENERATIVE_OPERATIONS, type PictureCodec, repainted } from "./generative.ts";
import { type HostedDefaults, type HostedSettings, hostedAvailability, KEEPS_HERE, readHostedSettings } from "./hosted-settings.ts";
import { isPassing, remoteFault, warmUpMs } from "./remote-fault.ts";
import { writePrompt } from "./write-prompt.ts";

/** A picture as an engine gives it: its bytes, or the address it lies at. */
export type GivenPicture = { readonly bytes: Uint8Array } | { readonly url: string };

/** One try at one picture. */
export interface HostedJob {
  readonly request: EngineRequest;
  readonly prompt: string;
  /** The part of the source the model is shown, then references; PNG, on white, within the wire's limits. */
  readonly pictures: readonly Uint8Array[];
  readonly frame: ModelFrame;
  readonly settings: HostedSettings;
  /** A further setting of this engine. */
  option(field: string): string | undefined;
  readonly key: string | undefined;
  readonly signal: AbortSignal;
  /** Milliseconds left of this try. */
  remainingMs(): number;
  encode(image: RasterImage): Promise<Result<Uint8Array>>;
  /** Shows a picture on the way to the result, encoded; one that cannot be decoded is left out. */
  show(preview: Uint8Array, done: number, total: number): void;
}

/** How one kind of server is spoken to. */
export interface HostedWire extends HostedDefaults {
  readonly name: string;
  /** As sentences call it. */
  readonly title: string;
  readonly limits: ModelLimits;
  /** Longest prompt it takes, UTF-16 units. */
  readonly promptChars: number;
  readonly capabilities: Pick<EngineCapabilities, "progress" | "cancel" | "mask" | "references" | "seed"> &
    Pick<EngineCapabilities, "preview">;
  /** Settings that stand in for the defaults, such as the address of a region. */
  adjust?(settings: EngineSettings): Partial<HostedDefaults>;
  ask(job: HostedJob, onEvent: (done: number, total: number) => void): Promise<Try<GivenPicture>>;
}

export interface HostedOptions {
  readonly codec: PictureCodec;
  readonly settingsOf: SettingsOf;
  readonly backOff?: BackOff;
}

/** What an answer that is no success means for the next step. */
export function refusedTry(answer: RemoteAnswer, title: string, key: string | undefined): Try<never> {
  const fault = err(remoteFault(answer, title, key));
  if (!isPassing(answer.status)) return { done: fault };
  return { again: fault, afterMs: retryAfterMs(answer.headers.get("retry-after")), hintMs: warmUpMs(answer) };
}

export const noPicture = (): Result<never> =>
  err(emendError("engine_failed", "The engine answered without a picture.", { stage: "engine", retryable: true }));

async function encodeAll(
  { source, references }: EngineRequest,
  frame: ModelFrame,
  { limits, capabilities, codec, signal }: HostedWire & { readonly codec: PictureCodec; readonly signal: AbortSignal },
): Promise<Result<readonly Uint8Array[]>> {
  const others = references
    .slice(0, capabilities.references)
    .map((picture) => ({ picture, at: fitModelFrame(picture, undefined, limits) }));
  const encoded: Uint8Array[] = [];
  for (const { picture, at } of [{ picture: source, at: frame }, ...others]) {
    const png = await codec.encode(cutModelFrame(picture, at), "png", signal);
    if (!png.ok) return png;
    encoded.push(png.value);
  }
  return ok(encoded);
}

const consentNeeded = (name: string, { baseUrl, price }: HostedSettings): Result<never> =>
  err(
    emendError("consent_needed", `This edit would send the picture to ${baseUrl.hostname}, and you have not agreed to that.`, {
      stage: "route",
      help: `Agree with emend engines allow ${name}, or for this edit alone with --allow ${name}.`,
      details: { engine: name, host: baseUrl.hostname, ...(price !== undefined && { price }) },
    }),
  );

interface Ready {
  readonly settings: HostedSettings;
  readonly key: string | undefined;
}

/** Settings, consent and key, looked up at the moment they are needed. */
async function ready(wire: HostedWire, own: EngineSettings, consented: boolean): Promise<Result<Ready>> {
  const settings = readHostedSettings(own, { ...wire, ...wire.adjust?.(own) });
  const lacking = (reason: string): Result<never> => err(emendError("engine_unavailable", reason, { stage: "engine" }));
  if (typeof settings === "string") return lacking(settings);
  if (!settings.local && own.staysHere()) return lacking(KEEPS_HERE);
  if (!settings.local && !consented && own.consent(settings.baseUrl.hostname) === undefined) return consentNeeded(wire.name, settings);
  const key = await own.key();
  return !settings.needsKey || key !== undefined ? ok({ settings, key }) : lacking(`${wire.title} needs a key.`);
}

function jobOf(
  base: Omit<HostedJob, "remainingMs" | "encode" | "option" | "show">,
  { codec, own, onEvent }: { readonly codec: PictureCodec; readonly own: EngineSettings; readonly onEvent: EngineListener },
): HostedJob {
  const until = performance.now() + base.settings.deadlineMs;
  return {
    ...base,
    option: own.value,
    remainingMs: () => Math.max(1, Math.round(until - performance.now())),
    encode: (image) => codec.encode(image, "png", base.signal),
    show: (preview, done, total) => {
      void codec.decode(preview, base.signal).then((picture) => {
        if (picture.ok && !base.signal.aborted)
          onEvent({ stage: "engine", done, total, preview: picture.value.image, frame: base.frame.rect });
      });
    },
  };
}

async function edit(
  wire: HostedWire,
  request: EngineRequest,
  {
    codec,
    settingsOf,
    backOff = PATIENT,
    signal,
    onEvent,
  }: HostedOptions & { readonly signal: AbortSignal; readonly onEvent: EngineListener },
): Promise<Result<EngineOutput>> {
  const own = settingsOf(wire.name);
  const set = await ready(wire, own, request.consented === true);
  if (!set.ok) return set;
  const startedAt = performance.now();
  const maxPixels = Math.min(wire.limits.maxPixels, request.preview?.maxPixels ?? Number.POSITIVE_INFINITY);
  const frame = fitModelFrame(request.source, request.region, { ...wire.limits, maxPixels });
  const onStep = (done: number, total: number): void => onEvent({ stage: "engine", done, total });
  const pictures = await encodeAll(request, frame, { ...wire, codec, signal });
  if (!pictures.ok) return pictures;
  const prompt = writePrompt(request.plan, { template: own.value("prompt"), chars: wire.promptChars });
  const known = { request, prompt, pictures: pictures.value, frame, signal, ...set.value };
  const given = await withBackOff(backOff, signal, () => wire.ask(jobOf(known, { codec, own, onEvent }), onStep));
  if (!given.ok) return given;
  const bytes = "bytes" in given.value ? ok(given.value.bytes) : await fetchResult(given.value.url, set.value.settings, signal);
  return bytes.ok ? repainted(bytes.value, frame, { codec, signal, startedAt }) : bytes;
}

/** The engine behind a wire: consent and key before a byte leaves, pictures within its limits, patience with it, its result fetched by rule. */
export function createHostedEngine(wire: HostedWire, options: HostedOptions): Engine {
  const own = options.settingsOf(wire.name);
  const read = (): HostedSettings | string => readHostedSettings(own, { ...wire, ...wire.adjust?.(own) });
  const capabilities = (): EngineCapabilities => {
    const settings = read();
    const local = typeof settings !== "string" && settings.local;
    const price = typeof settings === "string" ? undefined : settings.price;
    return {
      ...wire.capabilities,
      operations: GENERATIVE_OPERATIONS.filter((kind) => kind !== "image.add" || wire.capabilities.references > 0),
      local,
      cost: local ? "free" : "paid",
      maxPixels: wire.limits.maxPixels,
      ...(price && { price }),
    };
  };
  return {
    name: wire.name,
    capabilities,
    check: () => hostedAvailability(wire.name, own, { read: read(), unset: wire.unset }),
    edit: (request, signal, onEvent) => edit(wire, request, { ...options, signal, onEvent }),
  };
}
