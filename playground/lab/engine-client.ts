import type { Stage } from "../../protocol/errors.ts";
import type { Operation } from "../../protocol/plan.ts";
import type { Answer, Ask, Edited, Found, Pixels } from "./messages.ts";

type Failure = Extract<Answer, { kind: "failed" }>["error"];

/** An expected failure the worker reported; `code` as in the protocol. */
export class LabError extends Error {
  readonly code: Failure["code"];

  constructor({ code, message, help }: Failure) {
    super(help === undefined ? message : `${message} ${help}`);
    this.code = code;
  }
}

export interface CallOptions {
  readonly signal?: AbortSignal;
  readonly onStage?: (stage: Stage) => void;
}

export interface LabEngine {
  find(picture: Pixels, options?: CallOptions): Promise<Found>;
  edit(picture: Pixels, operations: readonly Operation[], options?: CallOptions): Promise<Edited>;
}

interface Waiting extends CallOptions {
  readonly resolve: (value: never) => void;
  readonly reject: (reason: Error) => void;
}

/** What is used of `Worker`. */
export interface LabWorker {
  postMessage(ask: Ask): void;
  onmessage: ((event: MessageEvent<Answer>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}

type Question = { readonly kind: "find"; readonly picture: Pixels } | Omit<Extract<Ask, { kind: "edit" }>, "id">;

/** Calls to the worker by id. An aborted call rejects with `cancelled` once the worker has let go of it. */
export function createLabEngine(worker: LabWorker): LabEngine {
  const waiting = new Map<number, Waiting>();
  let last = 0;
  const settle = (answer: Answer): void => {
    const call = waiting.get(answer.id);
    if (answer.kind === "stage") {
      call?.onStage?.(answer.stage);
      return;
    }
    waiting.delete(answer.id);
    if (answer.kind === "failed") call?.reject(new LabError(answer.error));
    else call?.resolve(answer.value as never);
  };
  worker.onmessage = ({ data }) => settle(data);
  worker.onerror = ({ message }) => {
    for (const { reject } of waiting.values()) reject(new LabError({ code: "internal", message: message || "The worker did not start." }));
    waiting.clear();
  };
  const call = <T>(question: Question, options: CallOptions = {}): Promise<T> => {
    const id = ++last;
    options.signal?.addEventListener("abort", () => worker.postMessage({ id, kind: "cancel" }), { once: true });
    return new Promise<T>((resolve, reject) => {
      waiting.set(id, { ...options, resolve: resolve as (value: never) => void, reject });
      worker.postMessage({ ...question, id });
    });
  };
  return {
    find: (picture, options) => call({ kind: "find", picture }, options),
    edit: (picture, operations, options) => call({ kind: "edit", picture, operations }, options),
  };
}
