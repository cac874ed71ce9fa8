import { emendError, err, ok, type Result } from "../../protocol/errors.ts";
import { type DownloadOptions, downloadResult } from "./download-result.ts";
import { sendRequest } from "./send-request.ts";

export interface ResultRules extends Omit<DownloadOptions, "hosts"> {
  /** The server's own address, as the person set it up. */
  readonly baseUrl: URL;
  readonly privateNetwork: boolean;
  readonly resultHosts: readonly string[];
}

const DEADLINE_MS = 60_000;
const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** Inline pictures: base64 `data:` addresses. */
function inline(text: string): Uint8Array | undefined {
  const found = /^data:[^,]{0,200},/.exec(text);
  if (found === null) return undefined;
  return found[0].includes(";base64") ? Buffer.from(text.slice(found[0].length), "base64") : undefined;
}

/** Exactly where the person's own server is: same scheme, name and port, and it is on this machine or in a network they called private. */
const isOwn = (url: URL, { baseUrl, privateNetwork }: ResultRules): boolean =>
  url.origin === baseUrl.origin && url.username === "" && (privateNetwork || LOOPBACK.has(baseUrl.hostname));

/** A picture from the person's own server, which may have a private address; without key and redirects. */
async function fetchOwn(url: URL, signal: AbortSignal): Promise<Result<Uint8Array>> {
  const answer = await sendRequest({ url: url.href, deadlineMs: DEADLINE_MS }, signal);
  if (!answer.ok) return answer;
  if (answer.value.status === 200) return ok(answer.value.bytes);
  const message = `The engine's result could not be fetched (status ${answer.value.status}).`;
  return err(emendError("engine_failed", message, { stage: "engine", retryable: true }));
}

/**
 * Gets a result an engine points to: inline, from the person's own server, or else by the rules of `downloadResult`. A relative
 * address belongs to the server. Codes: `engine_failed`, `engine_timeout`, `engine_unavailable`, `cancelled`.
 */
export async function fetchResult(text: string, rules: ResultRules, signal: AbortSignal): Promise<Result<Uint8Array>> {
  const bytes = inline(text);
  if (bytes !== undefined) return ok(bytes);
  const url = URL.canParse(text, rules.baseUrl.href) ? new URL(text, rules.baseUrl.href) : undefined;
  if (url !== undefined && isOwn(url, rules)) return fetchOwn(url, signal);
  return downloadResult(url?.href ?? text, { ...rules, hosts: rules.resultHosts }, signal);
}
