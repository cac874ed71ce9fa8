import * as v from "valibot";
import { emendError, err, ok, type Result } from "../../../protocol/errors.ts";
import { parseJson } from "../../remote/parse-json.ts";
import { poll } from "../../remote/poll.ts";
import { type RemoteAnswer, sendRequest } from "../../remote/send-request.ts";
import { type GivenPicture, type HostedJob, noPicture } from "../hosted-engine.ts";
import { isPassing, presentable, remoteFault } from "../remote-fault.ts";

/** A job with how it is asked about later. */
export interface FollowedJob extends HostedJob {
  readonly headers: Readonly<Record<string, string>>;
  /** The router's address of this provider, without a trailing slash. */
  readonly providerUrl: string;
}

/** One provider behind the router: what it wants beside prompt and picture, and how its first answer leads to a picture. */
export interface Provider {
  parameters(job: HostedJob): Readonly<Record<string, unknown>>;
  follow(first: RemoteAnswer, job: FollowedJob): Promise<Result<GivenPicture>>;
}

export const HUGGINGFACE_TITLE = "Hugging Face";
const MAX_SEED = 2 ** 31;
const POLL_MS = 500;
/** Two polls fit into the shortest deadline a person may set. */
const pollEvery = ({ settings }: HostedJob): number => Math.min(POLL_MS, settings.deadlineMs / 10);

const seedOf = ({ request }: HostedJob): number => request.seed % MAX_SEED;

const gaveUp = (job: HostedJob, words: unknown): Result<never> => {
  const said = typeof words === "string" && words !== "" ? ` It said: ${presentable(words, job.key)}` : "";
  return err(
    emendError("engine_failed", `${HUGGINGFACE_TITLE}'s provider gave up on the picture.${said}`, { stage: "engine", retryable: true }),
  );
};

const pathOf = (address: string): string | undefined => (URL.canParse(address) ? new URL(address).pathname : undefined);

/** Asks at `url` until `read` has an outcome. A passing fault of the queue is no end of the job in it. */
function follow<T>(job: FollowedJob, url: string, read: (bytes: Uint8Array) => Result<T> | undefined): Promise<Result<T>> {
  const plan = { everyMs: pollEvery(job), remainingMs: job.remainingMs, signal: job.signal };
  return poll(plan, async () => {
    const answer = await sendRequest({ url, headers: job.headers, deadlineMs: job.remainingMs() }, job.signal);
    if (!answer.ok) return answer;
    if (isPassing(answer.value.status)) return undefined;
    if (answer.value.status >= 300) return err(remoteFault(answer.value, HUGGINGFACE_TITLE, job.key));
    return read(answer.value.bytes);
  });
}

const FalQueued = v.object({ request_id: v.string(), response_url: v.string() });
const FalState = v.object({ status: v.string(), error: v.optional(v.unknown()) });
const FalResult = v.object({ images: v.pipe(v.array(v.object({ url: v.string() })), v.minLength(1)) });
const FAL_WAITING: ReadonlySet<string> = new Set(["IN_QUEUE", "IN_PROGRESS"]);

/** A queue: its state is asked for until it is `COMPLETED`, then the result. */
const fal: Provider = {
  parameters: (job) => ({ image_size: job.frame.size, seed: seedOf(job), num_images: 1, output_format: "png" }),
  follow: async (first, job) => {
    const queued = v.safeParse(FalQueued, parseJson(first.bytes));
    const path = queued.success ? pathOf(queued.output.response_url) : undefined;
    if (path === undefined) return noPicture();
    const done = await follow(job, `${job.providerUrl}${path}/status?_subdomain=queue`, (bytes) => {
      const state = v.safeParse(FalState, parseJson(bytes));
      if (!state.success) return noPicture();
      if (FAL_WAITING.has(state.output.status)) return undefined;
      return state.output.status === "COMPLETED" ? ok(true) : gaveUp(job, state.output.error ?? state.output.status);
    });
    if (!done.ok) return done;
    return follow(job, `${job.providerUrl}${path}?_subdomain=queue`, (bytes) => {
      const result = v.safeParse(FalResult, parseJson(bytes));
      return result.success ? ok({ url: result.output.images[0]!.url }) : noPicture();
    });
  },
};

const Prediction = v.object({
  status: v.optional(v.string()),
  output: v.nullish(v.union([v.string(), v.array(v.string())])),
  error: v.nullish(v.unknown()),
  urls: v.optional(v.object({ get: v.string() })),
});

function predicted(bytes: Uint8Array, job: HostedJob): { readonly end?: Result<GivenPicture>; readonly path?: string | undefined } {
  const prediction = v.safeParse(Prediction, parseJson(bytes));
  if (!prediction.success) return { end: noPicture() };
  const { status, output, error, urls } = prediction.output;
  const url = Array.isArray(output) ? output[0] : output;
  if (status === "failed" || status === "canceled") return { end: gaveUp(job, error) };
  return url ? { end: ok({ url }) } : { path: pathOf(urls?.get ?? "") };
}

/** Answers within a minute or says where to ask on: the client of the hub stops there, we ask. */
const replicate: Provider = {
  parameters: (job) => ({ seed: seedOf(job), output_format: "png" }),
  follow: async (first, job) => {
    const { end, path } = predicted(first.bytes, job);
    if (end !== undefined || path === undefined) return end ?? noPicture();
    return follow(job, `${job.providerUrl}${path}`, (bytes) => predicted(bytes, job).end);
  },
};

const WaveTask = v.object({
  data: v.object({
    status: v.optional(v.string()),
    outputs: v.nullish(v.array(v.string())),
    error: v.nullish(v.string()),
    urls: v.optional(v.object({ get: v.string() })),
  }),
});

const wavespeed: Provider = {
  parameters: (job) => ({ seed: seedOf(job), output_format: "png" }),
  follow: async (first, job) => {
    const task = v.safeParse(WaveTask, parseJson(first.bytes));
    const path = task.success ? pathOf(task.output.data.urls?.get ?? "") : undefined;
    if (path === undefined) return noPicture();
    return follow(job, `${job.providerUrl}${path}`, (bytes) => {
      const state = v.safeParse(WaveTask, parseJson(bytes));
      if (!state.success) return noPicture();
      const { status, outputs, error } = state.output.data;
      if (status === "failed") return gaveUp(job, error);
      if (status !== "completed") return undefined;
      return outputs?.[0] === undefined ? noPicture() : ok({ url: outputs[0] });
    });
  },
};

const TogetherAnswer = v.object({ data: v.pipe(v.array(v.object({ b64_json: v.string() })), v.minLength(1)) });

const together: Provider = {
  parameters: (job) => ({ ...job.frame.size, seed: seedOf(job) }),
  follow: async (first) => {
    const answer = v.safeParse(TogetherAnswer, parseJson(first.bytes));
    return answer.success ? ok({ bytes: Buffer.from(answer.output.data[0]!.b64_json, "base64") }) : noPicture();
  },
};

/** The hub's own servers and dedicated endpoints: the picture is the answer. */
const direct: Provider = {
  parameters: (job) => ({ target_size: job.frame.size, seed: seedOf(job) }),
  follow: async (first) => (first.bytes.byteLength > 0 ? ok({ bytes: first.bytes }) : noPicture()),
};

/** Providers whose picture editing is spoken here, in the order they are preferred where several have the model. */
export const PROVIDERS: Readonly<Record<string, Provider>> = { "fal-ai": fal, replicate, wavespeed, together, "hf-inference": direct };
