import * as v from "valibot";
import { emendError, err, ok, type Result } from "../../../protocol/errors.ts";
import { parseJson } from "../../remote/parse-json.ts";
import { sendRequest } from "../../remote/send-request.ts";
import type { HostedJob } from "../hosted-engine.ts";
import { baseUrlOf } from "../hosted-settings.ts";
import { remoteFault } from "../remote-fault.ts";
import { HUGGINGFACE_TITLE, PROVIDERS } from "./providers.ts";

/** Who runs a model, and what they call it. */
export interface Mapping {
  readonly provider: string;
  readonly providerId: string;
}

const Entry = v.looseObject({ provider: v.optional(v.string()), providerId: v.string(), status: v.string(), task: v.string() });
/** A list, or (older hubs) an object by provider. */
const Model = v.object({ inferenceProviderMapping: v.optional(v.union([v.array(Entry), v.record(v.string(), Entry)])) });

const HUB = "https://huggingface.co";

const unavailable = (message: string, help: string): Result<never> =>
  err(emendError("engine_unavailable", message, { stage: "engine", retryable: false, help }));

function mappingsOf(bytes: Uint8Array): readonly Mapping[] {
  const model = v.safeParse(Model, parseJson(bytes));
  const entries = model.success ? (model.output.inferenceProviderMapping ?? []) : [];
  const list = Array.isArray(entries) ? entries : Object.entries(entries).map(([provider, entry]) => ({ ...entry, provider }));
  return list.flatMap(({ provider, providerId, status, task }) =>
    provider !== undefined && status === "live" && task === "image-to-image" ? [{ provider, providerId }] : [],
  );
}

function choose(mappings: readonly Mapping[], wanted: string | undefined, model: string): Result<Mapping> {
  const order = Object.keys(PROVIDERS);
  const known = mappings.filter(({ provider }) => order.includes(provider) && (wanted === undefined || provider === wanted));
  const [first] = [...known].sort((a, b) => order.indexOf(a.provider) - order.indexOf(b.provider));
  if (first !== undefined) return ok(first);
  const others = mappings.map(({ provider }) => provider).join(", ");
  const help = others === "" ? "Name another: emend engines set huggingface model=…." : `It is offered by: ${others}.`;
  const message =
    wanted === undefined
      ? `No provider known here offers the model ${model} for picture editing now.`
      : `The provider ${wanted} does not offer the model ${model} for picture editing now.`;
  return unavailable(message, help);
}

/** Asks the hub who runs the model now. The list is public: no key goes there. */
export async function resolveProvider(job: HostedJob): Promise<Result<Mapping>> {
  const hub = baseUrlOf(job.option("hubUrl") ?? HUB);
  if (hub === undefined) return unavailable("The setting hubUrl of huggingface must be https.", "Set it to https://huggingface.co.");
  const { model } = job.settings;
  const url = `${hub.href.replace(/\/$/, "")}/api/models/${model.split("/").map(encodeURIComponent).join("/")}?expand[]=inferenceProviderMapping`;
  const answer = await sendRequest({ url, deadlineMs: job.remainingMs(), maxBytes: 4 * 1024 * 1024 }, job.signal);
  if (!answer.ok) return answer;
  if (answer.value.status === 200) return choose(mappingsOf(answer.value.bytes), job.option("provider"), model);
  return answer.value.status === 404 || answer.value.status === 401
    ? unavailable(`${HUGGINGFACE_TITLE} has no public model ${model}.`, "Name another: emend engines set huggingface model=….")
    : err(remoteFault(answer.value, HUGGINGFACE_TITLE, job.key));
}
