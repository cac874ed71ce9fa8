import { type RequestOptions, request } from "node:https";
import { emendError, err, ok, type Result } from "../../protocol/errors.ts";
import { publicOnly } from "./connect-rules.ts";
import { resultUrl } from "./result-url.ts";

const MAX_BYTES = 64 * 1024 * 1024;
const DEADLINE_MS = 60_000;

const refused = (message: string): Result<never> => err(emendError("engine_failed", message, { stage: "engine" }));

export interface DownloadOptions {
  readonly hosts: readonly string[];
  /** Of the connection; tests bring their own certificate and name lookup. */
  readonly connection?: Pick<RequestOptions, "lookup" | "ca" | "port">;
  /** From the first byte sent to the last one read; 60 s where nothing is said. */
  readonly deadlineMs?: number;
}

/**
 * Fetches a result a hosted engine points to, without any key: allowed hosts only, public addresses only, no redirects, at most
 * 64 MiB in 60 s. The bytes are not trusted: the codec decides what they are. Codes: `engine_failed`, `cancelled`.
 */
export async function downloadResult(
  text: string,
  { hosts, connection, deadlineMs = DEADLINE_MS }: DownloadOptions,
  signal: AbortSignal,
): Promise<Result<Uint8Array>> {
  const url = resultUrl(text, hosts);
  if (url === undefined) return refused("The engine's result lies where this engine's results must not be fetched from.");
  const deadline = AbortSignal.any([signal, AbortSignal.timeout(deadlineMs)]);
  try {
    return await new Promise<Result<Uint8Array>>((resolve, reject) => {
      const sent = request(url, { lookup: publicOnly, signal: deadline, agent: false, ...connection }, (answer) => {
        if (answer.statusCode !== 200) {
          answer.destroy();
          return resolve(refused(`The engine's result could not be fetched (status ${answer.statusCode}).`));
        }
        const parts: Buffer[] = [];
        let size = 0;
        answer.on("data", (part: Buffer) => {
          size += part.length;
          parts.push(part);
          if (size > MAX_BYTES) answer.destroy(new Error("too large"));
        });
        answer.on("end", () => resolve(ok(Buffer.concat(parts))));
        answer.on("error", reject);
        answer.on("close", () => reject(new Error("broken off")));
      });
      sent.on("error", reject);
      sent.end();
    });
  } catch {
    if (signal.aborted) return err(emendError("cancelled", "The edit was cancelled.", { stage: "engine", retryable: true }));
    return refused("The engine's result could not be fetched.");
  }
}
