import { type EmendError, emendError } from "../../protocol/errors.ts";
import { parseJson } from "../remote/parse-json.ts";
import type { RemoteAnswer } from "../remote/send-request.ts";

/** Longest part of an engine's own words shown to a person. */
const WORDS = 160;

type Body = Readonly<Record<string, unknown>>;

function bodyOf(bytes: Uint8Array): Body | undefined {
  const body = parseJson(bytes);
  return typeof body === "object" && body !== null && !Array.isArray(body) ? (body as Body) : undefined;
}

/** `{detail: [{loc, msg}]}`: how validation failures look in front of many Python servers. */
const detailWords = (detail: unknown): unknown =>
  Array.isArray(detail) ? detail.map((entry) => (entry as { msg?: unknown } | null)?.msg).join("; ") : detail;

/** What an error body says in any of the usual shapes: `{error: {message}}`, `{error: "…"}`, `{message}`, `{detail}`; nothing where it says nothing. */
function wordsOf(body: Body | undefined): string | undefined {
  const error = body?.error;
  const words =
    typeof error === "object" && error !== null
      ? (error as { message?: unknown }).message
      : (error ?? body?.message ?? detailWords(body?.detail));
  return typeof words === "string" && words !== "" ? words : undefined;
}

/** Milliseconds until a model that is being loaded may be ready, by its server's own guess. */
export function warmUpMs({ status, bytes }: RemoteAnswer): number | undefined {
  const seconds = status === 503 ? bodyOf(bytes)?.estimated_time : undefined;
  return typeof seconds === "number" && seconds >= 0 ? seconds * 1000 : undefined;
}

/** One line without control characters, cut short, and without the key should the server have repeated it. */
export function presentable(words: string, secret: string | undefined): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must go
  const plain = words.replace(/[\u0000-\u001f\u007f]+/g, " ").trim();
  const clean = secret === undefined || secret === "" ? plain : plain.replaceAll(secret, "…");
  return clean.length > WORDS ? `${clean.slice(0, WORDS)}…` : clean;
}

/** The typed failure for an answer that is no success. `secret`: the key sent, which must not come back in a message. */
export function remoteFault(answer: RemoteAnswer, name: string, secret?: string): EmendError {
  const { status, bytes } = answer;
  const words = wordsOf(bodyOf(bytes));
  const said = words === undefined ? "" : ` It said: ${presentable(words, secret)}`;
  const at = { stage: "engine" as const };
  if (status === 401 || status === 403) {
    return emendError("engine_unavailable", `${name} refused the key.${said}`, {
      ...at,
      retryable: false,
      help: "Check the key and what it may do.",
    });
  }
  if (status === 402)
    return emendError("engine_unavailable", `${name} asks for payment first.${said}`, {
      ...at,
      retryable: false,
      help: "Check the balance of your account there.",
    });
  if (status === 404) {
    return emendError("engine_unavailable", `${name} does not know this address or model.${said}`, {
      ...at,
      retryable: false,
      help: "Check base URL and model.",
    });
  }
  if (status === 429)
    return emendError("rate_limited", `${name} is getting too many requests.${said}`, { ...at, help: "Wait a little, then try again." });
  if (status === 408 || status === 504)
    return emendError("engine_timeout", `${name} did not finish in time.${said}`, { ...at, help: "Try again, or use another engine." });
  const warmUp = warmUpMs(answer);
  if (warmUp !== undefined) {
    const help = `Try again in about ${Math.max(1, Math.ceil(warmUp / 1000))} s.`;
    return emendError("engine_unavailable", `${name} is still loading its model.${said}`, {
      ...at,
      retryable: true,
      help,
      details: { state: "cold" },
    });
  }
  if (status >= 500) return emendError("engine_failed", `${name} failed (status ${status}).${said}`, { ...at, retryable: true });
  return emendError("engine_failed", `${name} refused the request (status ${status}).${said}`, at);
}

/** Statuses worth another try: too often, starting up, overloaded. */
export const isPassing = (status: number): boolean => status === 429 || status === 502 || status === 503;
