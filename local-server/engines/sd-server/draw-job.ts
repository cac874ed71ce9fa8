import * as v from "valibot";
import { emendError, err, ok, type Result } from "../../../protocol/errors.ts";
import { type BackOff, retryAfterMs, type Try, withBackOff } from "../../remote/back-off.ts";
import { type RemoteAnswer, sendRequest } from "../../remote/send-request.ts";
import { wait } from "../../remote/wait.ts";
import { isPassing, remoteFault } from "../remote-fault.ts";

const NAME = "The model server";
const POLL_MS = 250;
const SHORT_MS = 15_000;

/** Jobs are named by the server; the name becomes part of an address, so its form is checked. */
const Accepted = v.object({ id: v.pipe(v.string(), v.regex(/^[\w-]{1,80}$/)) });
const Job = v.object({
  status: v.picklist(["queued", "generating", "completed", "failed", "cancelled"]),
  result: v.nullish(v.object({ images: v.pipe(v.array(v.object({ b64_json: v.string() })), v.minLength(1)) })),
});

export interface JobOptions {
  readonly url: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly backOff: BackOff;
  readonly deadlineMs: number;
}

const fault = (message: string): Result<never> => err(emendError("engine_failed", message, { stage: "engine", retryable: true }));

function parse<T>(schema: v.GenericSchema<unknown, T>, { bytes }: RemoteAnswer): T | undefined {
  try {
    const read = v.safeParse(schema, JSON.parse(new TextDecoder().decode(bytes)));
    return read.success ? read.output : undefined;
  } catch {
    return undefined;
  }
}

async function submit({ url, body, deadlineMs }: JobOptions, signal: AbortSignal): Promise<Try<string>> {
  const headers = { "content-type": "application/json" };
  const request = { url: `${url}/sdcpp/v1/img_gen`, method: "POST", headers, body: JSON.stringify(body), maxBytes: 1_000_000 } as const;
  const answer = await sendRequest({ ...request, deadlineMs: Math.min(deadlineMs, SHORT_MS) }, signal);
  if (!answer.ok) return { done: answer };
  const { status } = answer.value;
  if (isPassing(status)) {
    return { again: err(remoteFault(answer.value, NAME)), afterMs: retryAfterMs(answer.value.headers.get("retry-after")) };
  }
  if (status >= 300) return { done: err(remoteFault(answer.value, NAME)) };
  const accepted = parse(Accepted, answer.value);
  return { done: accepted === undefined ? fault(`${NAME} did not take the job.`) : ok(accepted.id) };
}

/** The picture's bytes when done, `undefined` while it is being made. */
async function look(url: string, signal: AbortSignal): Promise<Result<Uint8Array | undefined>> {
  const answer = await sendRequest({ url, deadlineMs: SHORT_MS }, signal);
  if (!answer.ok) return answer;
  if (answer.value.status !== 200) return fault(`${NAME} lost the job (status ${answer.value.status}).`);
  const job = parse(Job, answer.value);
  if (job === undefined) return fault(`${NAME} answered with something else than a job.`);
  if (job.status === "queued" || job.status === "generating") return ok(undefined);
  const picture = job.result?.images[0].b64_json;
  return job.status === "completed" && picture !== undefined
    ? ok(Buffer.from(picture, "base64"))
    : fault(`${NAME} could not make the picture.`);
}

/** Tells the server to forget a job; true where it had not begun, false where it goes on regardless. */
async function forget(url: string): Promise<boolean> {
  const answer = await sendRequest({ url: `${url}/cancel`, method: "POST", deadlineMs: 1_000 }, new AbortController().signal);
  return answer.ok && answer.value.status === 200;
}

/** One job from start to picture. `stop` is called where a job that runs must be ended with its process. */
export async function drawJob(options: JobOptions, signal: AbortSignal, stop: () => Promise<void>): Promise<Result<Uint8Array>> {
  const until = performance.now() + options.deadlineMs;
  const id = await withBackOff(options.backOff, signal, () => submit(options, signal));
  if (!id.ok) return id;
  const job = `${options.url}/sdcpp/v1/jobs/${id.value}`;
  while (performance.now() < until) {
    const seen = await look(job, signal);
    if (seen.ok && seen.value !== undefined) return ok(seen.value);
    if (!seen.ok && seen.error.code !== "cancelled") return seen;
    if (!signal.aborted) await wait(POLL_MS, signal);
    if (!signal.aborted) continue;
    if (!(await forget(job))) await stop();
    return err(emendError("cancelled", "The edit was cancelled.", { stage: "engine", retryable: true }));
  }
  await stop();
  return err(emendError("engine_timeout", "The model did not finish in time.", { stage: "engine" }));
}
