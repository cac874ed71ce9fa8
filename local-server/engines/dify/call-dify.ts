import type { Result } from "../../../protocol/errors.ts";
import { type RemoteAnswer, sendRequest } from "../../remote/send-request.ts";
import type { HostedJob } from "../hosted-engine.ts";

/** The same for all calls of a job: Dify ties files to the user who sent them. */
export const DIFY_USER = "emend";

export interface DifyCall {
  readonly path: string;
  /** Sent as JSON unless it is a form; absent = GET. */
  readonly body?: FormData | Readonly<Record<string, unknown>>;
  onPart?(part: Uint8Array): boolean;
  /** Instead of the job's, for calls that outlive it. */
  readonly signal?: AbortSignal;
}

/** One request to the app's API, within the job's deadline. */
export function callDify(job: HostedJob, { path, body, onPart, signal = job.signal }: DifyCall): Promise<Result<RemoteAnswer>> {
  const json = body !== undefined && !(body instanceof FormData);
  return sendRequest(
    {
      url: `${job.settings.baseUrl.href.replace(/\/$/, "")}${path}`,
      method: body === undefined ? "GET" : "POST",
      headers: { authorization: `Bearer ${job.key ?? ""}`, ...(json && { "content-type": "application/json" }) },
      deadlineMs: job.remainingMs(),
      ...(body !== undefined && { body: body instanceof FormData ? body : JSON.stringify(body) }),
      ...(onPart !== undefined && { onPart }),
    },
    signal,
  );
}
