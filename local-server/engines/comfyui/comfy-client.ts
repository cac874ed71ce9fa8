import { emendError, err, ok, type Result } from "../../../protocol/errors.ts";
import { type RemoteAnswer, sendRequest } from "../../remote/send-request.ts";

/** One ComfyUI, as one try at a picture speaks to it. */
export interface ComfyClient {
  /** Without a trailing slash. */
  readonly base: string;
  readonly key: string | undefined;
  readonly signal: AbortSignal;
  remainingMs(): number;
}

const SHORT_MS = 15_000;
const MAX_JSON_BYTES = 4 * 1024 * 1024;

export const fault = (message: string): Result<never> => err(emendError("engine_failed", message, { stage: "engine", retryable: true }));

/** A proxy before ComfyUI may ask for a key; ComfyUI itself has none. */
const headersOf = ({ key }: ComfyClient): Record<string, string> => (key === undefined ? {} : { authorization: `Bearer ${key}` });

export function parseJson({ bytes }: RemoteAnswer): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}

const deadlineOf = (client: ComfyClient): number => Math.min(client.remainingMs(), SHORT_MS);

export const getFrom = (client: ComfyClient, path: string, deadlineMs = deadlineOf(client)): Promise<Result<RemoteAnswer>> =>
  sendRequest({ url: `${client.base}${path}`, headers: headersOf(client), deadlineMs }, client.signal);

export const postJson = (client: ComfyClient, path: string, body: unknown): Promise<Result<RemoteAnswer>> =>
  sendRequest(
    {
      url: `${client.base}${path}`,
      method: "POST",
      headers: { ...headersOf(client), "content-type": "application/json" },
      body: JSON.stringify(body),
      deadlineMs: deadlineOf(client),
      maxBytes: MAX_JSON_BYTES,
    },
    client.signal,
  );

/**
 * Puts a picture into ComfyUI's temporary folder, which it empties when it starts, under a name of its own; gives what a LoadImage
 * node calls it.
 */
export async function upload(
  client: ComfyClient,
  png: Uint8Array,
  name: string,
): Promise<Result<string> | { readonly refused: RemoteAnswer }> {
  const form = new FormData();
  form.set("image", new Blob([Uint8Array.from(png)], { type: "image/png" }), name);
  form.set("type", "temp");
  form.set("subfolder", "emend");
  form.set("overwrite", "true");
  const url = `${client.base}/upload/image`;
  const answer = await sendRequest(
    { url, method: "POST", headers: headersOf(client), body: form, deadlineMs: deadlineOf(client) },
    client.signal,
  );
  if (!answer.ok) return answer;
  if (answer.value.status !== 200) return { refused: answer.value };
  const stored = parseJson(answer.value) as { name?: unknown; subfolder?: unknown; type?: unknown } | undefined;
  if (typeof stored?.name !== "string") return fault("ComfyUI did not take the picture.");
  const path = typeof stored.subfolder === "string" && stored.subfolder !== "" ? `${stored.subfolder}/${stored.name}` : stored.name;
  return ok(`${path} [temp]`);
}
