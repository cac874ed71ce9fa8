import { baseUrlOf, isLoopback, mayLeave } from "../hosted-consent.ts";

export interface OpenAiSettings {
  /** Ends before `/images/edits`. */
  readonly baseUrl: URL;
  readonly key?: string;
  readonly model: string;
  /** The server runs on this machine. */
  readonly local: boolean;
  /** Hosts results may be fetched from where the server answers with addresses. */
  readonly resultHosts: readonly string[];
  readonly deadlineMs: number;
}

type Env = Readonly<Record<string, string | undefined>>;

const DEADLINE_MS = 280_000;

/** Settings from the environment, or one sentence that says what is missing. */
export function readOpenAiSettings(env: Env): OpenAiSettings | string {
  const key = env.EMEND_OPENAI_API_KEY;
  const text = env.EMEND_OPENAI_BASE_URL ?? (key === undefined ? undefined : "https://api.openai.com/v1");
  if (text === undefined) return "Set EMEND_OPENAI_BASE_URL to any server with /images/edits, or EMEND_OPENAI_API_KEY for OpenAI's own.";
  const baseUrl = baseUrlOf(text);
  if (baseUrl === undefined) return "EMEND_OPENAI_BASE_URL must be https, or http to this machine.";
  const local = isLoopback(baseUrl);
  if (!local && key === undefined) return "Set EMEND_OPENAI_API_KEY.";
  if (!local && !mayLeave("openai", env)) {
    return `Pictures would leave this machine for ${baseUrl.hostname}: set EMEND_ALLOW_HOSTED=openai if they may.`;
  }
  const hosts = (env.EMEND_OPENAI_RESULT_HOSTS ?? "").split(",").flatMap((host) => (host.trim() === "" ? [] : [host.trim()]));
  return {
    baseUrl,
    local,
    model: env.EMEND_OPENAI_MODEL ?? "gpt-image-1",
    resultHosts: [baseUrl.hostname, ...hosts],
    deadlineMs: Number(env.EMEND_OPENAI_DEADLINE_MS ?? DEADLINE_MS),
    ...(key !== undefined && { key }),
  };
}
