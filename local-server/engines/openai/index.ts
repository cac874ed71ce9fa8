import type { ModelFrame } from "../../../imaging/compositing/model-frame.ts";
import type { Mask, RasterImage } from "../../../imaging/raster/raster.ts";
import { createRaster } from "../../../imaging/raster/raster.ts";
import { ok, type Result } from "../../../protocol/errors.ts";
import type { Try } from "../../remote/back-off.ts";
import { sendRequest } from "../../remote/send-request.ts";
import type { Engine } from "../engine.ts";
import { frameMask } from "../frame-mask.ts";
import {
  createHostedEngine,
  type GivenPicture,
  type HostedJob,
  type HostedOptions,
  type HostedWire,
  refusedTry,
} from "../hosted-engine.ts";
import { readAnswer } from "./read-answer.ts";

const TITLE = "The images server";

/** Our mask (255 = may change) in this wire's form: a picture that is see-through where it may change. */
function maskPicture(mask: Mask, frame: ModelFrame): RasterImage {
  const out = createRaster(frame.size.width, frame.size.height);
  frameMask(mask, frame).forEach((value, i) => {
    out.data[i * 4 + 3] = 255 - value;
  });
  return out;
}

const part = (bytes: Uint8Array): Blob => new Blob([Uint8Array.from(bytes)], { type: "image/png" });

async function formFor({ request, prompt, pictures, frame, settings, encode }: HostedJob): Promise<Result<FormData>> {
  const form = new FormData();
  form.set("model", settings.model);
  form.set("prompt", prompt);
  form.set("n", "1");
  const name = pictures.length === 1 ? "image" : "image[]";
  pictures.forEach((bytes, i) => {
    form.append(name, part(bytes), `image-${i}.png`);
  });
  if (request.mask === undefined) return ok(form);
  const mask = await encode(maskPicture(request.mask, frame));
  if (!mask.ok) return mask;
  form.set("mask", part(mask.value), "mask.png");
  return ok(form);
}

async function ask(job: HostedJob): Promise<Try<GivenPicture>> {
  const { settings, key, signal } = job;
  const form = await formFor(job);
  if (!form.ok) return { done: form };
  const headers = key === undefined ? {} : { authorization: `Bearer ${key}` };
  const url = `${settings.baseUrl.href.replace(/\/$/, "")}/images/edits`;
  const answer = await sendRequest({ url, method: "POST", headers, body: form.value, deadlineMs: job.remainingMs() }, signal);
  if (!answer.ok) return { done: answer };
  return answer.value.status === 200 ? { done: readAnswer(answer.value.bytes) } : refusedTry(answer.value, TITLE, key);
}

/** The wire cannot stop a run nor seed it: the flags say so. */
const WIRE: HostedWire = {
  name: "openai",
  title: TITLE,
  limits: { multiple: 32, maxPixels: 1_048_576, minSide: 256 },
  promptChars: 4000,
  capabilities: { progress: "none", cancel: "client", mask: true, references: 3, seed: false },
  model: "gpt-image-1",
  deadlineMs: 280_000,
  resultHosts: [],
  staysHere: true,
  baseUrl: "https://api.openai.com/v1",
  unset:
    "Set EMEND_OPENAI_BASE_URL (or emend engines set openai baseUrl=…) to any server with /images/edits, or for OpenAI's own a key: emend engines set-key openai.",
  ask,
};

/** Any server with OpenAI's `POST /images/edits`: OpenAI's own (without `baseUrl`), or one on this machine or in the house. */
export const createOpenAiEngine = (options: HostedOptions): Engine => createHostedEngine(WIRE, options);
