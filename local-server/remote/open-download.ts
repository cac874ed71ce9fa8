import { type IncomingHttpHeaders, type IncomingMessage, request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import { isIP } from "node:net";
import { emendError, err, ok, type Result } from "../../protocol/errors.ts";
import { publicOnly } from "./connect-rules.ts";

export interface DownloadRequest {
  readonly url: URL;
  /** Bytes already there; asked for from here on. */
  readonly from: number;
  /** Hosts the download may be redirected to, beside its own: `host` or `*.domain`. */
  readonly hosts: readonly string[];
  /** The address was named by the person: it may then be on this machine or in the house. Redirects never may. */
  readonly trusted: boolean;
  /** Longest silence of the connection. */
  readonly idleMs: number;
}

export interface Download {
  readonly status: number;
  /** Of the last answer. */
  readonly headers: IncomingHttpHeaders;
  /** Of the first answer, the hub's own: it names digest and size of what the redirect leads to. */
  readonly first: IncomingHttpHeaders;
  /** To be read to the end or destroyed. */
  readonly body: IncomingMessage;
}

const MAX_REDIRECTS = 4;
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

const failed = (message: string, retryable: boolean): Result<never> => err(emendError("download_failed", message, { retryable }));

const matches = (host: string, pattern: string): boolean =>
  pattern.startsWith("*.") ? host.endsWith(pattern.slice(1)) && host.length > pattern.length - 1 : host === pattern;

/** Whether a redirect may be followed: to the origin it came from, or by https on the usual port to a listed, named host. */
export function mayFollow(target: URL, { url, hosts }: Pick<DownloadRequest, "url" | "hosts">): boolean {
  if (target.username !== "" || target.password !== "") return false;
  if (target.origin === url.origin) return true;
  const host = target.hostname.toLowerCase();
  if (target.protocol !== "https:" || target.port !== "" || host.startsWith("[") || isIP(host) !== 0) return false;
  return hosts.some((pattern) => matches(host, pattern));
}

function ask(url: URL, request: DownloadRequest, signal: AbortSignal): Promise<IncomingMessage> {
  const { from, trusted, idleMs } = request;
  const own = trusted && url.origin === request.url.origin;
  const headers = { "user-agent": "emend", "accept-encoding": "identity", ...(from > 0 && { range: `bytes=${from}-` }) };
  const send = url.protocol === "https:" ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    const sent = send(url, { headers, signal, agent: false, ...(!own && { lookup: publicOnly }) }, resolve);
    // Silence before or in the middle of an answer ends it; a slow answer that keeps coming does not.
    sent.setTimeout(idleMs, () => sent.destroy(new Error("silent")));
    sent.on("error", reject);
    sent.end();
  });
}

const isNumber = (url: URL): boolean => url.hostname.startsWith("[") || isIP(url.hostname) !== 0;

/**
 * Opens a download by GET and follows redirects by the rules above, without any key. Any other status is an answer. Codes:
 * `download_failed` (unreachable, forbidden redirect, silent), `cancelled`.
 */
export async function openDownload(request: DownloadRequest, signal: AbortSignal): Promise<Result<Download>> {
  let url = request.url;
  let first: IncomingHttpHeaders | undefined;
  if (!request.trusted && isNumber(url)) return failed("The download's address is a number, which is not followed.", false);
  try {
    for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
      const answer = await ask(url, request, signal);
      first ??= answer.headers;
      const { statusCode = 0, headers } = answer;
      if (!REDIRECTS.has(statusCode)) return ok({ status: statusCode, headers, first, body: answer });
      answer.destroy();
      const target = URL.canParse(headers.location ?? "", url.href) ? new URL(headers.location ?? "", url) : undefined;
      if (target === undefined || !mayFollow(target, request)) return failed("The download leads to a place it must not lead to.", false);
      url = target;
    }
    return failed("The download is redirected in circles.", false);
  } catch {
    if (signal.aborted) return err(emendError("cancelled", "The download was stopped.", { retryable: true }));
    return failed(`${url.hostname} cannot be reached.`, true);
  }
}
