import * as v from "valibot";
import {
  type Digest,
  DigestSchema,
  type EditRequest,
  type EngineView,
  EngineViewSchema,
  type FindResult,
  FindResultSchema,
  type JobView,
  JobViewSchema,
} from "../../protocol/edit.ts";
import { emendError, err, type Result } from "../../protocol/errors.ts";
import type { Rect } from "../../protocol/geometry.ts";
import {
  type HistoryEntry,
  HistoryEntrySchema,
  type HistoryQuery,
  type Review,
  type ReviewRequest,
  ReviewSchema,
} from "../../protocol/history.ts";
import { LIMITS } from "../../protocol/limits.ts";
import { type ModelList, ModelListSchema, type ModelView, ModelViewSchema } from "../../protocol/models.ts";
import { type Operation, type Plan, PlanSchema } from "../../protocol/plan.ts";
import { type VerifyAnswer, VerifyAnswerSchema } from "../../protocol/verify.ts";
import type { CompanionLink, LinkRequest } from "./companion-link.ts";
import type { ConnectionEnvironment } from "./environment.ts";

const QUICK_MS = 15_000;
/** Nobody waits for it: typing and applying go on meanwhile, and a late answer is as good. The first one loads and compiles what it needs. */
const PLAN_MS = 60_000;
const FIND_MS = 180_000;
const TRANSFER_MS = 120_000;

const Present = v.object({ present: v.boolean() });
const Stored = v.object({ sha256: DigestSchema });
const Sized = v.object({ size: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(LIMITS.blobBytes)) });
const Engines = v.object({ engines: v.array(EngineViewSchema) });
const Said = v.object({ message: v.string() });
const Lettering = v.object({ settable: v.array(v.boolean()) });
const Accepted = v.object({ jobId: v.string() });
const Versions = v.object({ entries: v.array(HistoryEntrySchema) });

const reader =
  <S extends v.GenericSchema>(schema: S) =>
  (value: unknown): v.InferOutput<S> | undefined => {
    const parsed = v.safeParse(schema, value);
    return parsed.success ? parsed.output : undefined;
  };

/** An instruction to be understood. */
export interface Asked {
  readonly instruction: string;
  /** What earlier rounds asked of the same source. */
  readonly after: readonly Operation[];
  /** The picture meant; rules for prices come back as replacements in it. */
  readonly source?: Digest | undefined;
}

/** A result of a job, and what its layer shows now. */
export interface VerifyWish {
  readonly jobId: string;
  readonly patch: Digest;
  readonly layer: Digest | undefined;
}

/** What the panel asks of the companion, each reply checked. `link` gives the present socket, if there is one. */
export interface CompanionClient {
  /** Sends a picture unless the companion has it. Returns its name. */
  upload(bytes: Uint8Array<ArrayBuffer>, signal: AbortSignal): Promise<Result<Digest>>;
  /** The blob's bytes, freshly owned by the caller, checked against the digest where the browser can. */
  download(sha256: Digest, signal: AbortSignal): Promise<Result<Uint8Array<ArrayBuffer>>>;
  /** With `region` (image pixels) only what lies there. */
  find(source: Digest, signal: AbortSignal, region?: Rect<"image">): Promise<Result<FindResult>>;
  plan(asked: Asked, signal: AbortSignal): Promise<Result<Plan>>;
  /** `key`: the same key is the same job, so an unanswered edit may be sent again. */
  edit(edit: { readonly key: string; readonly request: EditRequest }, signal: AbortSignal): Promise<Result<string>>;
  engines(signal: AbortSignal): Promise<Result<readonly EngineView[]>>;
  /** What the companion says of itself, for a report. */
  diagnostics(signal: AbortSignal): Promise<Result<unknown>>;
  /** Every model and program an engine here could use, and how far installs are. */
  models(signal: AbortSignal): Promise<Result<ModelList>>;
  /** Starts or goes on with an install; answers at once. */
  installModel(model: string, signal: AbortSignal): Promise<Result<ModelView>>;
  /** Stops an install; what came is kept. */
  stopModel(model: string, signal: AbortSignal): Promise<Result<unknown>>;
  /** That pictures may, or may no longer, leave this machine for an engine. */
  consent(wish: { readonly engine: string; readonly allowed: boolean }, signal: AbortSignal): Promise<Result<EngineView>>;
  /** Also subscribes this connection to the job's events. */
  job(jobId: string, signal: AbortSignal): Promise<Result<JobView>>;
  cancel(jobId: string, signal: AbortSignal): Promise<Result<JobView>>;
  /** Versions, newest first. */
  history(query: HistoryQuery, signal: AbortSignal): Promise<Result<readonly HistoryEntry[]>>;
  /** Makes a version again by its recipe; gives the job's id. */
  again(entry: number, signal: AbortSignal): Promise<Result<string>>;
  /** Which of the strings the companion has a face for. */
  lettering(texts: readonly string[], signal: AbortSignal): Promise<Result<readonly boolean[]>>;
  /** A sentence of the main thread in the panel's language; as it is where nobody can say it. */
  say(sentence: string | undefined): Promise<string | undefined>;
  /** Has a result verified anew, and a layer (a blob) compared with its patch. */
  verify(wanted: VerifyWish, signal: AbortSignal): Promise<Result<VerifyAnswer>>;
  /** Records what a person decided about a job's result. */
  review(decided: { readonly jobId: string; readonly review: ReviewRequest }, signal: AbortSignal): Promise<Result<Review>>;
}

type Env = Pick<ConnectionEnvironment, "digest">;
type LinkOf = () => CompanionLink | undefined;

interface Ask<S> {
  readonly schema: S;
  readonly signal: AbortSignal;
  readonly timeoutMs?: number;
  readonly blob?: Uint8Array;
}

type Answer<S extends v.GenericSchema> = Promise<Result<v.InferOutput<S>>>;

async function ask<S extends v.GenericSchema>(link: LinkOf, message: LinkRequest, options: Ask<S>): Answer<S> {
  const { schema, signal, timeoutMs = QUICK_MS, blob } = options;
  const open = link();
  if (!open) return err(emendError("companion_unreachable", "The panel is not connected to the companion."));
  return open.request(message, { parse: reader(schema), signal, timeoutMs, ...(blob && { blob }) });
}

async function upload(env: Env, link: LinkOf, bytes: Uint8Array<ArrayBuffer>, signal: AbortSignal): Promise<Result<Digest>> {
  if (bytes.length > LIMITS.blobBytes) {
    const most = Math.round(LIMITS.blobBytes / 2 ** 20);
    return err(emendError("image_too_large", `The layer is larger than ${most} MB.`));
  }
  const sha256 = await env.digest(bytes);
  if (sha256 !== undefined) {
    const there = await ask(link, { type: "blob.has", sha256 }, { schema: Present, signal });
    if (!there.ok) return there;
    if (there.value.present) return { ok: true, value: sha256 };
  }
  const put: LinkRequest = { type: "blob.put", size: bytes.length, ...(sha256 !== undefined && { sha256 }) };
  const stored = await ask(link, put, { schema: Stored, signal, timeoutMs: TRANSFER_MS, blob: bytes });
  return stored.ok ? { ok: true, value: stored.value.sha256 } : stored;
}

async function download(env: Env, link: LinkOf, sha256: Digest, signal: AbortSignal): Promise<Result<Uint8Array<ArrayBuffer>>> {
  const open = link();
  if (!open) return err(emendError("companion_unreachable", "The panel is not connected to the companion."));
  const parse = (value: unknown, id: number) => {
    const sized = reader(Sized)(value);
    // Wrapped, because a promise would be awaited on the way out and the deadline below must run beside it.
    return sized && { id, whole: open.inbox.expect(id, sized.size) };
  };
  const announced = await open.request({ type: "blob.get", sha256 }, { parse, signal, timeoutMs: QUICK_MS });
  if (!announced.ok) return announced;
  const whole = await withDeadline(announced.value.whole, signal);
  if (!whole.ok) open.inbox.forget(announced.value.id);
  if (!whole.ok) return whole;
  const actual = await env.digest(whole.value);
  if (actual === undefined || actual === sha256) return whole;
  return err(emendError("digest_mismatch", "The picture changed on its way from the companion.", { retryable: true }));
}

function withDeadline<T>(work: Promise<Result<T>>, signal: AbortSignal): Promise<Result<T>> {
  const either = AbortSignal.any([signal, AbortSignal.timeout(TRANSFER_MS)]);
  return new Promise((resolve) => {
    const stop = () =>
      resolve(
        err(signal.aborted ? emendError("cancelled", "Cancelled.") : emendError("connection_lost", "The picture did not arrive in time.")),
      );
    if (either.aborted) stop();
    either.addEventListener("abort", stop);
    void work.then((done) => {
      // Left there it would keep the picture until the deadline.
      either.removeEventListener("abort", stop);
      resolve(done);
    });
  });
}

/** Builds the client over whatever link is open when a call is made. */
export function createCompanionClient(env: Env, link: LinkOf): CompanionClient {
  return {
    upload: (bytes, signal) => upload(env, link, bytes, signal),
    download: (sha256, signal) => download(env, link, sha256, signal),
    find: (source, signal, region) =>
      ask(link, { type: "find", source, ...(region && { region }) }, { schema: FindResultSchema, signal, timeoutMs: FIND_MS }),
    plan: ({ instruction, after, source }, signal) => {
      const more = { ...(after.length > 0 && { after: [...after] }), ...(source !== undefined && { source }) };
      return ask(link, { type: "plan", instruction, ...more }, { schema: PlanSchema, signal, timeoutMs: PLAN_MS });
    },
    edit: async ({ key, request }, signal) => {
      const accepted = await ask(link, { type: "edit", key, request }, { schema: Accepted, signal });
      return accepted.ok ? { ok: true, value: accepted.value.jobId } : accepted;
    },
    engines: async (signal) => {
      const answer = await ask(link, { type: "engines" }, { schema: Engines, signal });
      return answer.ok ? { ok: true, value: answer.value.engines } : answer;
    },
    diagnostics: (signal) => ask(link, { type: "diagnostics" }, { schema: v.unknown(), signal }),
    models: (signal) => ask(link, { type: "models" }, { schema: ModelListSchema, signal }),
    installModel: (model, signal) => ask(link, { type: "model.install", model }, { schema: ModelViewSchema, signal }),
    stopModel: (model, signal) => ask(link, { type: "model.stop", model }, { schema: v.unknown(), signal }),
    consent: ({ engine, allowed }, signal) => ask(link, { type: "engine.consent", engine, allowed }, { schema: EngineViewSchema, signal }),
    job: (jobId, signal) => ask(link, { type: "job.get", jobId }, { schema: JobViewSchema, signal }),
    cancel: (jobId, signal) => ask(link, { type: "job.cancel", jobId }, { schema: JobViewSchema, signal }),
    history: async (query, signal) => {
      const answer = await ask(link, { type: "history", query }, { schema: Versions, signal });
      return answer.ok ? { ok: true, value: answer.value.entries } : answer;
    },
    again: async (entry, signal) => {
      const accepted = await ask(link, { type: "history.again", entry }, { schema: Accepted, signal });
      return accepted.ok ? { ok: true, value: accepted.value.jobId } : accepted;
    },
    lettering: async (texts, signal) => {
      const answer = await ask(link, { type: "lettering", texts: [...texts] }, { schema: Lettering, signal });
      return answer.ok ? { ok: true, value: answer.value.settable } : answer;
    },
    say: async (message) => {
      if (!message || !link()?.translates) return message;
      const said = await ask(link, { type: "say", message }, { schema: Said, signal: new AbortController().signal });
      return said.ok ? said.value.message : message;
    },
    verify: ({ jobId, ...wanted }, signal) =>
      ask(link, { type: "verify", jobId, wanted }, { schema: VerifyAnswerSchema, signal, timeoutMs: TRANSFER_MS }),
    review: ({ jobId, review }, signal) => ask(link, { type: "review", jobId, review }, { schema: ReviewSchema, signal }),
  };
}
