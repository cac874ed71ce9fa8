import { request as requestHttp } from "node:http";
import { type RequestOptions, request as requestHttps } from "node:https";
import { callbackUrl } from "./callback-url.ts";
import { publicOnly } from "./connect-rules.ts";

export interface Callback {
  readonly url: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
  /** As for `callbackUrl`. */
  readonly listed: readonly string[];
}

const DEADLINE_MS = 15_000;

/**
 * Posts JSON and gives the status; 0 where there was no answer or the address may not be called. Addresses are checked when the
 * connection is made, redirects are not followed, and the answer's body is not read.
 */
export async function postCallback({ url: text, body, headers, listed }: Callback, signal: AbortSignal): Promise<number> {
  const target = callbackUrl(text, listed);
  if (target === undefined) return 0;
  const options: RequestOptions = {
    method: "POST",
    agent: false,
    signal: AbortSignal.any([signal, AbortSignal.timeout(DEADLINE_MS)]),
    headers: { ...headers, "content-type": "application/json", "content-length": Buffer.byteLength(body), "user-agent": "emend" },
    ...(!target.listed && { lookup: publicOnly }),
  };
  const request = target.url.protocol === "https:" ? requestHttps : requestHttp;
  return new Promise((resolve) => {
    const sent = request(target.url, options, (answer) => {
      resolve(answer.statusCode ?? 0);
      answer.destroy();
    });
    sent.on("error", () => resolve(0));
    sent.end(body);
  });
}
