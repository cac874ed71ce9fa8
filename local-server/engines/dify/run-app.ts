import * as v from "valibot";
import { emendError, err, type Result } from "../../../protocol/errors.ts";
import type { Try } from "../../remote/back-off.ts";
import { parseJson } from "../../remote/parse-json.ts";
import { type GivenPicture, type HostedJob, noPicture, refusedTry } from "../hosted-engine.ts";
import { presentable } from "../remote-fault.ts";
import { callDify, DIFY_USER } from "./call-dify.ts";
import { findPicture } from "./find-picture.ts";
import { type Run, RunListener } from "./run-listener.ts";
import type { Variables } from "./variables.ts";

export interface AppRun {
  readonly variables: Variables;
  /** Ids of the pictures sent, the one to edit first. */
  readonly files: readonly string[];
  onStep(done: number, total: number): void;
}

/** How long stopping a run that nobody waits for may take. */
const STOP_MS = 3_000;

const Blocking = v.looseObject({
  data: v.optional(v.object({ status: v.string(), outputs: v.nullish(v.unknown()), error: v.nullish(v.string()) })),
  answer: v.optional(v.string()),
});

function bodyFor(job: HostedJob, { variables: { image, prompt, inputs }, files }: AppRun, streaming: boolean) {
  const pictures = files.map((id) => ({ type: "image", transfer_method: "local_file", upload_file_id: id }));
  return {
    inputs: { ...inputs, [prompt]: job.prompt, ...(image && { [image.name]: image.list ? pictures : pictures[0] }) },
    ...(image === undefined && { files: pictures }),
    response_mode: streaming ? "streaming" : "blocking",
    user: DIFY_USER,
  };
}

const isCompletion = (job: HostedJob): boolean => job.option("app") === "completion";
const pathOf = (job: HostedJob): string => (isCompletion(job) ? "/completion-messages" : "/workflows/run");
const stopPathOf = (job: HostedJob, task: string): string =>
  `${isCompletion(job) ? "/completion-messages" : "/workflows/tasks"}/${encodeURIComponent(task)}/stop`;

/** Tells the app that nobody waits any more; whether it listens is its own affair. */
function stop(job: HostedJob, task: string | undefined): void {
  if (task === undefined) return;
  const signal = AbortSignal.timeout(STOP_MS);
  void callDify({ ...job, remainingMs: () => STOP_MS }, { path: stopPathOf(job, task), body: { user: DIFY_USER }, signal });
}

const failed = (message: string, retryable = false): Result<never> =>
  err(emendError("engine_failed", message, { stage: "engine", retryable }));

/** A run's end as an outcome. A workflow can fail under HTTP 200. */
function outcomeOf({ status, outputs, error, files, text }: Run, key: string | undefined): Result<GivenPicture> {
  const said = error ? ` It said: ${presentable(error, key)}` : "";
  if (status === "failed") return failed(`The Dify workflow failed.${said}`);
  if (status === "stopped") return failed(`The Dify workflow was stopped.${said}`);
  if (status === "paused") return failed("The Dify workflow waits for a person; such apps cannot be used here.");
  const found = findPicture(outputs) ?? findPicture(files) ?? findPicture(text);
  return found === undefined ? noPicture() : { ok: true, value: found };
}

async function runBlocking(job: HostedJob, run: AppRun): Promise<Try<GivenPicture>> {
  const answer = await callDify(job, { path: pathOf(job), body: bodyFor(job, run, false) });
  if (!answer.ok) return { done: answer };
  if (answer.value.status !== 200) return refusedTry(answer.value, "The Dify app", job.key);
  const body = v.safeParse(Blocking, parseJson(answer.value.bytes));
  if (!body.success) return { done: noPicture() };
  const { data, answer: text = "" } = body.output;
  const end: Run = {
    status: data?.status ?? "succeeded",
    outputs: data?.outputs ?? undefined,
    error: data?.error ?? undefined,
    files: [],
    text,
  };
  return { done: outcomeOf(end, job.key) };
}

async function runStreaming(job: HostedJob, run: AppRun): Promise<Try<GivenPicture>> {
  const listener = new RunListener((nodes) => run.onStep(nodes, nodes + 1));
  const answer = await callDify(job, {
    path: pathOf(job),
    body: bodyFor(job, run, true),
    onPart: (part) => listener.hear(part),
  });
  if (!answer.ok) {
    stop(job, listener.task);
    return { done: answer };
  }
  if (answer.value.status !== 200) return refusedTry(answer.value, "The Dify app", job.key);
  const { fault } = listener;
  if (fault !== undefined) return refusedTry({ ...answer.value, ...fault }, "The Dify app", job.key);
  return { done: listener.ended ? outcomeOf(listener.run, job.key) : failed("The Dify app stopped in the middle of its answer.", true) };
}

/** Runs the app once. Streaming is the rule: behind Dify's own cloud a blocking call is cut after 100 seconds. */
export const runApp = (job: HostedJob, run: AppRun): Promise<Try<GivenPicture>> =>
  job.option("response") === "blocking" ? runBlocking(job, run) : runStreaming(job, run);
