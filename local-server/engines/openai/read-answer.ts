import * as v from "valibot";
import { emendError, err, ok, type Result } from "../../../protocol/errors.ts";
import { downloadResult } from "../../remote/download-result.ts";

const Answer = v.object({
  data: v.pipe(v.array(v.object({ b64_json: v.nullish(v.string()), url: v.nullish(v.string()) })), v.minLength(1)),
});

const noPicture = (): Result<never> =>
  err(emendError("engine_failed", "The engine answered without a picture.", { stage: "engine", retryable: true }));

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}

/** The first picture of an images answer: inline base64, a data URL, or fetched from an allowed host. */
export async function readAnswer(bytes: Uint8Array, hosts: readonly string[], signal: AbortSignal): Promise<Result<Uint8Array>> {
  const answer = v.safeParse(Answer, parse(bytes));
  if (!answer.success) return noPicture();
  const { b64_json: inline, url } = answer.output.data[0];
  const data = inline ?? (url?.startsWith("data:") ? url : undefined);
  if (data !== undefined && data !== "") return ok(Buffer.from(data.replace(/^data:[^,]*,/, ""), "base64"));
  return url ? downloadResult(url, { hosts }, signal) : noPicture();
}
