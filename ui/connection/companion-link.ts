import type { JobView } from "../../protocol/edit.ts";
import { type EmendError, emendError, err, ok, type Result } from "../../protocol/errors.ts";
import type { Language } from "../../protocol/language.ts";
import { blobFrames, type ClientMessage, type ServerMessage } from "../../protocol/socket.ts";
import { BlobInbox } from "./blob-inbox.ts";
import type { ConnectionEnvironment, SocketLike } from "./environment.ts";
import { readServerMessage } from "./server-message.ts";

type WithoutId<M> = M extends { readonly id: number } ? Omit<M, "id"> : never;
/** A request as callers write it; the link numbers it. */
export type LinkRequest = WithoutId<ClientMessage>;

export interface RequestOptions<T> {
  /** Checks the reply's value; `undefined` means it is not what the protocol says. Runs as the reply arrives, before any later frame. */
  readonly parse: (value: unknown, id: number) => T | undefined;
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
  /** Bytes that follow the request as binary frames. */
  readonly blob?: Uint8Array;
}

export interface LinkEvents {
  /** In which the companion shall speak. */
  readonly language: () => Language;
  readonly onJob: (job: JobView) => void;
  readonly onClosed: () => void;
}

interface Pending {
  readonly reply: (value: unknown) => void;
  readonly fail: (error: EmendError) => void;
}

const LOST = emendError("connection_lost", "The connection to the companion was lost before it answered.");
const CANCELLED = emendError("cancelled", "Cancelled.");
const OPEN = 1;
/** Above this many unsent bytes the next frame waits, so that a large layer does not fill the browser's memory. */
const HIGH_WATER_BYTES = 4 * 1024 * 1024;
const DRAIN_MS = 15;

/** One greeted socket: numbers requests, matches replies, carries blobs. When it closes, every open request fails with `connection_lost`. */
export class CompanionLink {
  readonly #socket: SocketLike;
  readonly #env: Pick<ConnectionEnvironment, "after">;
  readonly #events: LinkEvents;
  readonly #pending = new Map<number, Pending>();
  readonly inbox = new BlobInbox();
  #lastId = 0;
  #spoken: Language = "en";

  constructor(socket: SocketLike, env: Pick<ConnectionEnvironment, "after">, events: LinkEvents) {
    this.#socket = socket;
    this.#env = env;
    this.#events = events;
    socket.addEventListener("message", ({ data }) => this.#take(data));
    socket.addEventListener("close", () => this.#lose());
  }

  /** Whether the panel speaks another language than sentences are written in. */
  get translates(): boolean {
    return this.#events.language() !== "en";
  }

  get open(): boolean {
    return this.#socket.readyState === OPEN;
  }

  /** Error codes: `connection_lost`, `engine_timeout` (no reply in time), `cancelled`, `bad_request` (unreadable reply), or the companion's own. */
  request<T>(message: LinkRequest, options: RequestOptions<T>): Promise<Result<T>> {
    if (!this.open) return Promise.resolve(err(LOST));
    if (options.signal.aborted) return Promise.resolve(err(CANCELLED));
    this.#settleLanguage();
    this.#lastId += 1;
    const id = this.#lastId;
    const answer = this.#await(id, options);
    this.#socket.send(JSON.stringify({ ...message, id }));
    if (options.blob) void this.#sendBlob(id, options.blob);
    return answer;
  }

  close(): void {
    this.#socket.close(1000);
    this.#lose();
  }

  /** Said before the first request it matters to. */
  #settleLanguage(): void {
    const language = this.#events.language();
    if (language !== this.#spoken) this.#socket.send(JSON.stringify({ type: "language", language }));
    this.#spoken = language;
  }

  #await<T>(id: number, options: RequestOptions<T>): Promise<Result<T>> {
    return new Promise((resolve) => {
      const settle = (result: Result<T>) => {
        if (!this.#pending.delete(id)) return;
        stopTimer();
        options.signal.removeEventListener("abort", abort);
        resolve(result);
      };
      const abort = () => settle(err(CANCELLED));
      const late = emendError("engine_timeout", "The companion did not answer in time.");
      const stopTimer = this.#env.after(options.timeoutMs, () => settle(err(late)));
      options.signal.addEventListener("abort", abort);
      this.#pending.set(id, {
        fail: (error) => settle(err(error)),
        reply: (value) => {
          const parsed = options.parse(value, id);
          settle(parsed === undefined ? err(emendError("bad_request", "The companion's answer could not be read.")) : ok(parsed));
        },
      });
    });
  }

  async #sendBlob(id: number, bytes: Uint8Array): Promise<void> {
    for (const frame of blobFrames(id, bytes)) {
      while (this.open && this.#socket.bufferedAmount > HIGH_WATER_BYTES) await this.#pause(DRAIN_MS);
      if (!this.open || !this.#pending.has(id)) return;
      this.#socket.send(frame as Uint8Array<ArrayBuffer>);
    }
  }

  #pause(delayMs: number): Promise<void> {
    return new Promise((resolve) => {
      this.#env.after(delayMs, resolve);
    });
  }

  #take(data: unknown): void {
    if (data instanceof ArrayBuffer) this.inbox.take(new Uint8Array(data));
    const message = typeof data === "string" ? readServerMessage(data) : undefined;
    if (message) this.#dispatch(message);
  }

  #dispatch(message: ServerMessage): void {
    if (message.type === "job") this.#events.onJob(message.job);
    if (message.type === "reply") this.#pending.get(message.id)?.reply(message.value);
    if (message.type === "failure" && message.id !== undefined) this.#pending.get(message.id)?.fail(message.error);
  }

  #lose(): void {
    for (const pending of [...this.#pending.values()]) pending.fail(LOST);
    this.#events.onClosed();
  }
}
