import type { EngineView } from "../../protocol/edit.ts";
import type { Plan } from "../../protocol/plan.ts";
import type { EngineSettings } from "../engines/engine-settings.ts";
import { baseUrlOf, type HostedSettings, isLoopback, readHostedSettings } from "../engines/hosted-settings.ts";
import { type RemoteAnswer, sendRequest } from "../remote/send-request.ts";
import { planRequest } from "./plan-request.ts";
import { readPlan } from "./read-plan.ts";

/** The name its settings, key and consent go by. */
export const PHRASING = "phrasing";

/** Free phrasing through a language model, for what the grammar does not understand. */
export interface Phraser {
  /** Set up, and allowed where it is not on this machine. */
  ready(): boolean;
  /** The plan with what the model made of its instruction; the plan as it is where that came to nothing. */
  phrase(plan: Plan, signal: AbortSignal): Promise<Plan>;
}

const DEADLINE_MS = 60_000;
const MAX_ANSWER_BYTES = 1024 * 1024;
const MOST_REMEMBERED = 200;

function settingsOf(own: EngineSettings): HostedSettings | undefined {
  if (own.value("baseUrl") === undefined || own.value("model") === undefined) return undefined;
  const defaults = { model: "", deadlineMs: DEADLINE_MS, resultHosts: [], staysHere: true, unset: "" };
  const settings = readHostedSettings(own, defaults);
  if (typeof settings === "string") return undefined;
  return settings.local || own.consent(settings.baseUrl.hostname) !== undefined ? settings : undefined;
}

async function ask(
  instruction: string,
  { settings, key, structured, signal }: { settings: HostedSettings; key: string | undefined; structured: boolean; signal: AbortSignal },
): Promise<RemoteAnswer | undefined> {
  const headers = { "content-type": "application/json", ...(key !== undefined && { authorization: `Bearer ${key}` }) };
  const url = `${settings.baseUrl.href.replace(/\/$/, "")}/chat/completions`;
  const body = planRequest(instruction, { model: settings.model, structured });
  const request = { url, method: "POST" as const, headers, body, deadlineMs: settings.deadlineMs, maxBytes: MAX_ANSWER_BYTES };
  const answer = await sendRequest(request, signal);
  return answer.ok ? answer.value : undefined;
}

/** The plan a model makes of an instruction; nothing where it cannot be reached, does not answer by the schema, or makes strings up. */
async function phrased(plan: Plan, own: EngineSettings, signal: AbortSignal): Promise<Plan | undefined> {
  const settings = settingsOf(own);
  if (settings === undefined) return undefined;
  const key = await own.key();
  const held = await ask(plan.instruction, { settings, key, structured: true, signal });
  // Servers that cannot hold an answer to a schema refuse to be asked for it.
  const answer =
    held?.status === 400 || held?.status === 422 ? await ask(plan.instruction, { settings, key, structured: false, signal }) : held;
  const found = answer?.status === 200 ? readPlan(answer.bytes, plan.instruction) : undefined;
  if (found === undefined) return undefined;
  if (found.operations.length === 0) return { ...plan, ...(found.question !== undefined && { clarify: found.question }) };
  const { clarify: _asked, ...rest } = plan;
  const note = `Understood by the language model ${settings.model}: please check what it made of your words.`;
  return { ...rest, operations: [...found.operations], notes: [...(plan.notes ?? []), note] };
}

/**
 * Off until `baseUrl` and `model` of `phrasing` are set to any server with `/chat/completions`. Only instructions the grammar leaves
 * open are sent, never pictures; off this machine only with consent, as for engines. The same instruction is asked once.
 */
export function createPhraser(own: EngineSettings): Phraser {
  const known = new Map<string, Plan>();
  return {
    ready: () => settingsOf(own) !== undefined,
    phrase: async (plan, signal) => {
      if (plan.operations.length > 0 || plan.instruction.trim() === "") return plan;
      const name = JSON.stringify([own.value("baseUrl"), own.value("model"), plan.instruction]);
      const made = known.get(name) ?? (await phrased(plan, own, signal));
      if (made === undefined) return plan;
      if (known.size >= MOST_REMEMBERED) known.clear();
      known.set(name, made);
      return made;
    },
  };
}

const UNSET = "Off. Set baseUrl and model to turn it on: emend engines set phrasing baseUrl=http://localhost:11434/v1 model=….";

/** How it stands, in the shape engines are shown in. */
export async function phrasingView(own: EngineSettings): Promise<EngineView> {
  const common = { name: PHRASING, operations: [], progress: "none", cancel: "client" } satisfies Partial<EngineView>;
  const text = own.value("baseUrl");
  const baseUrl = text === undefined ? undefined : baseUrlOf(text, own.value("network") === "private");
  const key = (await own.key()) === undefined ? ("not_needed" as const) : ("stored" as const);
  if (baseUrl === undefined || own.value("model") === undefined)
    return { ...common, available: false, local: true, reason: UNSET, missing: ["address"], key };
  const given = own.consent(baseUrl.hostname);
  const local = isLoopback(baseUrl);
  const consent = local ? {} : { consent: { host: baseUrl.hostname, given: given !== undefined } };
  const available = settingsOf(own) !== undefined;
  const reason = `Your words would leave this machine for ${baseUrl.hostname}: run emend engines allow phrasing if they may.`;
  return { ...common, available, local, key, ...consent, ...(!available && { reason, missing: ["consent"] }) };
}
