import * as v from "valibot";
import { emendError, err, ok, type Result } from "../../../protocol/errors.ts";
import type { Try } from "../../remote/back-off.ts";
import { parseJson } from "../../remote/parse-json.ts";
import { type RemoteAnswer, sendRequest } from "../../remote/send-request.ts";
import type { Engine } from "../engine.ts";
import {
  createHostedEngine,
  type GivenPicture,
  type HostedJob,
  type HostedOptions,
  type HostedWire,
  noPicture,
  refusedTry,
} from "../hosted-engine.ts";

const TITLE = "DashScope";
const PATH = "/api/v1/services/aigc/multimodal-generation/generation";
/** Keys belong to one region; the other refuses them. */
const REGIONS: Readonly<Record<string, string>> = {
  beijing: "https://dashscope.aliyuncs.com",
  singapore: "https://dashscope-intl.aliyuncs.com",
};
const MAX_SEED = 2 ** 31;
const MAX_PICTURE_BYTES = 10 * 1024 * 1024;
/** The first model of the family takes neither a size nor leaves the wording alone on request. */
const PLAIN_MODEL = "qwen-image-edit";

const Answer = v.object({
  output: v.object({
    choices: v.pipe(
      v.array(v.object({ message: v.object({ content: v.array(v.looseObject({ image: v.optional(v.string()) })) }) })),
      v.minLength(1),
    ),
  }),
});
const Refusal = v.object({ code: v.string() });

/** Settings that matter to fidelity: our wording is kept, nothing is stamped on, and the result has the reference's grid. */
function parametersOf({ frame: { size }, settings, request }: HostedJob): Readonly<Record<string, unknown>> {
  const common = { n: 1, negative_prompt: " ", watermark: false, seed: request.seed % MAX_SEED };
  return settings.model === PLAIN_MODEL ? common : { ...common, size: `${size.width}*${size.height}`, prompt_extend: false };
}

function bodyOf(job: HostedJob): string {
  const pictures = job.pictures.map((png) => ({ image: `data:image/png;base64,${Buffer.from(png).toString("base64")}` }));
  const messages = [{ role: "user", content: [...pictures, { text: job.prompt }] }];
  return JSON.stringify({ model: job.settings.model, input: { messages }, parameters: parametersOf(job) });
}

/** The address of the first picture. It is valid for 24 hours and given with or without TLS; we fetch at once and with it. */
function readAnswer(bytes: Uint8Array): Result<GivenPicture> {
  const answer = v.safeParse(Answer, parseJson(bytes));
  const url = answer.success ? answer.output.output.choices[0]!.message.content.find(({ image }) => image !== undefined)?.image : undefined;
  return url === undefined ? noPicture() : ok({ url: url.replace(/^http:\/\/(?=[\w.-]+\.aliyuncs\.com\/)/i, "https://") });
}

const refusalCode = ({ bytes }: RemoteAnswer): string => {
  const body = v.safeParse(Refusal, parseJson(bytes));
  return body.success ? body.output.code : "";
};

function refused(answer: RemoteAnswer, key: string | undefined): Try<never> {
  const code = refusalCode(answer);
  const at = { stage: "engine", retryable: false } as const;
  if (code === "DataInspectionFailed") {
    const help = "Its rules on content apply there; an engine on this machine has none of them.";
    return { done: err(emendError("engine_failed", `${TITLE} refused the picture or the words as inappropriate.`, { ...at, help })) };
  }
  if (code === "Arrearage") return { done: err(emendError("engine_unavailable", `${TITLE} says the account is overdue.`, at)) };
  if (code === "InvalidApiKey" || answer.status === 401) {
    const help = "Keys belong to one region: emend engines set dashscope region=beijing or region=singapore.";
    return { done: err(emendError("engine_unavailable", `${TITLE} refused the key.`, { ...at, help })) };
  }
  return refusedTry(answer, TITLE, key);
}

async function ask(job: HostedJob): Promise<Try<GivenPicture>> {
  const { settings, key, signal } = job;
  if (job.pictures.some(({ byteLength }) => byteLength > MAX_PICTURE_BYTES))
    return { done: err(emendError("image_too_large", `${TITLE} takes pictures of at most 10 MB.`, { stage: "engine" })) };
  const headers = { authorization: `Bearer ${key ?? ""}`, "content-type": "application/json" };
  const url = `${settings.baseUrl.href.replace(/\/$/, "")}${PATH}`;
  const answer = await sendRequest({ url, method: "POST", headers, body: bodyOf(job), deadlineMs: job.remainingMs() }, signal);
  if (!answer.ok) return { done: answer };
  return answer.value.status === 200 ? { done: readAnswer(answer.value.bytes) } : refused(answer.value, key);
}

/** List prices of one picture, from Alibaba's price pages as quoted in 2026; what is not listed here is not guessed. */
function price(model: string, host: string): { amount: number; currency: string } | undefined {
  if (!model.startsWith("qwen-image-edit-plus")) return undefined;
  return host === "dashscope.aliyuncs.com" ? { amount: 0.2, currency: "CNY" } : { amount: 0.03, currency: "USD" };
}

const WIRE: HostedWire = {
  name: "dashscope",
  title: TITLE,
  // Sides 512 to 2048 on a grid of 16; about a megapixel is what it was trained at.
  limits: { multiple: 32, maxPixels: 1_048_576, minSide: 512 },
  promptChars: 800,
  capabilities: { progress: "none", cancel: "client", mask: false, references: 2, seed: false },
  baseUrl: REGIONS.beijing!,
  model: "qwen-image-edit-plus",
  deadlineMs: 180_000,
  resultHosts: ["*.aliyuncs.com"],
  staysHere: false,
  unset:
    "It needs a key of Alibaba Model Studio (emend engines set-key dashscope) and its region: emend engines set dashscope region=beijing or singapore.",
  price,
  adjust: (settings) => {
    const baseUrl = REGIONS[settings.value("region") ?? ""];
    return baseUrl === undefined ? {} : { baseUrl };
  },
  ask,
};

/** Alibaba Model Studio's picture editing (the Qwen-Image-Edit line), synchronous. Settings: `region` or `baseUrl`, `model`. */
export const createDashScopeEngine = (options: HostedOptions): Engine => createHostedEngine(WIRE, options);
