import { getProviderHelper, makeRequestOptionsFromResolvedModel } from "@huggingface/inference";
import { emendError, err, type Result } from "../../../protocol/errors.ts";
import type { Try } from "../../remote/back-off.ts";
import { sendRequest } from "../../remote/send-request.ts";
import type { Engine } from "../engine.ts";
import {
  createHostedEngine,
  type GivenPicture,
  type HostedJob,
  type HostedOptions,
  type HostedWire,
  refusedTry,
} from "../hosted-engine.ts";
import { KeepWarm } from "./keep-warm.ts";
import { HUGGINGFACE_TITLE, PROVIDERS } from "./providers.ts";
import { type Mapping, resolveProvider } from "./resolve-provider.ts";

const ROUTER = "https://router.huggingface.co";
/** The client goes by the look of a token whether to use the router; ours always does. The real key is put in here, in one place. */
const LOOK = "hf_key";
const TASK = "image-to-image";

type KnownProvider = Parameters<typeof getProviderHelper>[0];

interface Prepared {
  readonly url: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

const base = ({ settings }: HostedJob): string => settings.baseUrl.href.replace(/\/$/, "");

/** The request as the hub's own client writes it for this provider; nothing is sent. */
async function prepare(job: HostedJob, { provider, providerId }: Mapping): Promise<Prepared> {
  const helper = getProviderHelper(provider as KnownProvider, TASK);
  const inputs = new Blob([Uint8Array.from(job.pictures[0]!)], { type: "image/png" });
  const parameters = { prompt: job.prompt, ...PROVIDERS[provider]!.parameters(job) };
  const { model } = job.settings;
  const args = { accessToken: LOOK, provider: provider as KnownProvider, model, inputs, parameters };
  const payload = await helper.preparePayloadAsync(args);
  const mapping = { provider: provider as KnownProvider, providerId, hfModelId: model, status: "live", task: TASK } as const;
  const { url, info } = makeRequestOptionsFromResolvedModel(providerId, helper, payload, mapping, { task: TASK });
  return {
    url: url.replace(ROUTER, base(job)),
    body: info.body as string,
    headers: { ...(info.headers as Record<string, string>), Authorization: `Bearer ${job.key ?? ""}` },
  };
}

/** A dedicated endpoint takes what the hub's own servers take, at its own address. */
async function prepareEndpoint(job: HostedJob): Promise<Prepared> {
  const { url, ...rest } = await prepare(job, { provider: "hf-inference", providerId: job.settings.model });
  return { ...rest, url: url.startsWith(base(job)) ? base(job) : url };
}

const RETIRED = "api-inference.huggingface.co";

const retired = (): Result<never> =>
  err(
    emendError("engine_unavailable", `${RETIRED} is no longer in service.`, {
      stage: "engine",
      retryable: false,
      help: "Forget it: emend engines set huggingface baseUrl= (the router is used then).",
    }),
  );

async function ask(job: HostedJob): Promise<Try<GivenPicture>> {
  if (job.settings.baseUrl.hostname === RETIRED) return { done: retired() };
  const dedicated = job.option("endpoint") === "yes";
  const mapping = dedicated ? undefined : await resolveProvider(job);
  if (mapping !== undefined && !mapping.ok) return { done: mapping };
  const { url, body, headers } = mapping === undefined ? await prepareEndpoint(job) : await prepare(job, mapping.value);
  const provider = mapping?.value.provider ?? "hf-inference";
  const answer = await sendRequest({ url, method: "POST", headers, body, deadlineMs: job.remainingMs() }, job.signal);
  if (!answer.ok) return { done: answer };
  if (answer.value.status < 200 || answer.value.status > 202) return refusedTry(answer.value, HUGGINGFACE_TITLE, job.key);
  const followed = { ...job, headers, providerUrl: `${base(job)}/${provider}` };
  return { done: await PROVIDERS[provider]!.follow(answer.value, followed) };
}

const WIRE: HostedWire = {
  name: "huggingface",
  title: HUGGINGFACE_TITLE,
  limits: { multiple: 32, maxPixels: 1_048_576, minSide: 256 },
  promptChars: 2000,
  capabilities: { progress: "none", cancel: "client", mask: false, references: 0, seed: false },
  baseUrl: ROUTER,
  model: "Qwen/Qwen-Image-Edit-2509",
  deadlineMs: 300_000,
  resultHosts: ["fal.media", "*.fal.media", "replicate.delivery", "*.replicate.delivery", "*.wavespeed.ai", "*.together.ai"],
  staysHere: false,
  unset: "It needs a Hugging Face token that may call Inference Providers: emend engines set-key huggingface.",
  // What fal lists for this line of models; other providers lie close to it.
  price: (model) => (/Qwen-Image-Edit/i.test(model) ? { amount: 0.03, currency: "USD" } : undefined),
  ask,
};

/**
 * Hugging Face's Inference Providers, or a dedicated endpoint. The hub's client writes the requests; sending, waiting and fetching are
 * ours, since the client repeats a 503 without end and follows result addresses anywhere. Settings: `model`, `provider` (else whoever
 * has the model now), `endpoint=yes` with `baseUrl` for a dedicated one, `keepWarmMinutes` to keep that from falling asleep.
 */
export function createHuggingFaceEngine(options: HostedOptions): Engine {
  const warm = new KeepWarm(options.settingsOf("huggingface"));
  const engine = createHostedEngine(
    {
      ...WIRE,
      ask: async (job) => {
        const tried = await ask(job);
        warm.used(job);
        return tried;
      },
    },
    options,
  );
  return { ...engine, dispose: async () => warm.stop() };
}
