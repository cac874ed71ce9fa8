import * as v from "valibot";
import type { RawData, WebSocket } from "ws";
import { mayAct, type Role } from "../../protocol/access.ts";
import { type EmendError, emendError, type Result } from "../../protocol/errors.ts";
import type { Language } from "../../protocol/language.ts";
import { LIMITS } from "../../protocol/limits.ts";
import {
  blobFrame,
  type ClientMessage,
  ClientMessageSchema,
  RequestIdSchema,
  readBlobFrame,
  type ServerMessage,
} from "../../protocol/socket.ts";
import { PROTOCOL_VERSION } from "../../protocol/version.ts";
import { type JobRecord, jobViewOf } from "../jobs/job-queue.ts";
import { inLanguage } from "../language/in-language.ts";
import { storageFaultOf } from "../store/storage-trouble.ts";
import { BlobUploads } from "./blob-uploads.ts";
import { readMessage } from "./read-message.ts";
import type { TenantServices } from "./services.ts";
import { answerRequest, type ValueRequest } from "./socket-requests.ts";

/** A client that does not read what it asked for is let go once this much waits for it. */
const MAX_BUFFERED_BYTES = 16 * 1024 * 1024;
const MAX_BUFFERED_PONGS_BYTES = 64 * 1024;
/** Between two of our own pings; a client that checks its connection every second sends a tenth of it. */
const MAX_PINGS_A_BEAT = 200;
/** Messages read ahead of their handling; beyond it the socket is paused and TCP does the rest. */
const MAX_INBOX = 8;
const MAX_OUTSTANDING = 32;
const CLOSING_GRACE_MS = 1_000;
/** The least role for each message. */
const MESSAGE_ROLES: Readonly<Record<Exclude<ClientMessage["type"], "hello" | "language">, Role>> = {
  find: "viewer",
  plan: "viewer",
  engines: "viewer",
  diagnostics: "viewer",
  "job.get": "viewer",
  "blob.has": "viewer",
  "blob.get": "viewer",
  "blob.put": "editor",
  edit: "editor",
  "job.cancel": "editor",
  "engine.consent": "admin",
  history: "viewer",
  "history.again": "editor",
  review: "editor",
  verify: "viewer",
  lettering: "viewer",
  say: "viewer",
  batch: "editor",
  "batch.get": "viewer",
  "batch.cancel": "editor",
  models: "viewer",
  "model.install": "admin",
  "model.stop": "admin",
  "model.remove": "admin",
};
const CLOSE = { policy: 1008, protocol: 4001 } as const;

export interface SessionOptions {
  readonly services: TenantServices;
  /** Whether the token it came with still holds; when not, the session ends. */
  holds(): Promise<boolean>;
  onClose(): void;
}

/** One admitted connection: messages in order, transfers with backpressure, events of the jobs it follows. */
export class SocketSession {
  readonly #client: WebSocket;
  readonly #options: SessionOptions;
  readonly #uploads: BlobUploads;
  readonly #followed = new Set<string>();
  readonly #gone = new AbortController();
  readonly #unsubscribe: () => void;
  #unfollowModels: (() => void) | undefined;
  #inbox: Promise<void> = Promise.resolve();
  #downloads: Promise<void> = Promise.resolve();
  #pings = 0;
  #waiting = 0;
  #outstanding = 0;
  #alive = true;
  #language: Language = "en";

  constructor(client: WebSocket, options: SessionOptions) {
    this.#client = client;
    this.#options = options;
    this.#uploads = new BlobUploads(options.services.blobs);
    this.#unsubscribe = options.services.queue.subscribe((job) => this.#heard(job));
    client.on("message", (data, isBinary) => this.#enqueue(data, isBinary));
    client.on("ping", (data) => this.#pinged(data));
    client.on("pong", () => (this.#alive = true));
    // ws has sent the close code that fits; ending at once would lose it among what the other side still sends.
    client.on("error", () => setTimeout(() => client.terminate(), CLOSING_GRACE_MS).unref());
    client.on("close", () => this.#closed());
  }

  /** Pings; ends the connection when the last ping was not answered. */
  beat(): void {
    if (this.#alive) this.#client.ping();
    else this.#client.terminate();
    this.#alive = false;
    this.#pings = 0;
  }

  end(): void {
    this.#client.terminate();
  }

  /** Its token was revoked or replaced. */
  unpair(): void {
    this.#client.close(CLOSE.policy, "unpaired");
  }

  /** Answers pings, and lets go who sends nothing but pings. */
  #pinged(data: Buffer): void {
    if (++this.#pings > MAX_PINGS_A_BEAT) this.#client.close(CLOSE.policy, "pings");
    else if (this.#client.bufferedAmount < MAX_BUFFERED_PONGS_BYTES) this.#client.pong(data);
  }

  #closed(): void {
    this.#gone.abort();
    this.#unsubscribe();
    this.#unfollowModels?.();
    void this.#inbox.then(() => this.#uploads.abortAll());
    this.#options.onClose();
  }

  #enqueue(data: RawData, isBinary: boolean): void {
    if (++this.#waiting >= MAX_INBOX) this.#client.pause();
    this.#inbox = this.#inbox
      .then(() => this.#handle(data as Buffer, isBinary))
      .catch((error: unknown) => this.#bug(undefined, error))
      .then(() => {
        if (--this.#waiting < MAX_INBOX && this.#client.isPaused) this.#client.resume();
      });
  }

  async #handle(data: Buffer, isBinary: boolean): Promise<void> {
    if (this.#gone.signal.aborted) return;
    if (!(await this.#options.holds())) return this.unpair();
    if (isBinary) return this.#part(data);
    if (data.length > LIMITS.jsonBytes) return this.#fail(undefined, emendError("payload_too_large", "The message is too long."));
    const message = readMessage(ClientMessageSchema, data.toString("utf8"));
    if (!message.ok) return this.#fail(idOf(data), message.error);
    return this.#take(message.value);
  }

  async #take(message: ClientMessage): Promise<void> {
    if (message.type === "hello") return this.#greet(message.protocol);
    if (message.type === "language") {
      this.#language = message.language;
      return;
    }
    const needed = MESSAGE_ROLES[message.type];
    if (!mayAct(this.#options.services.principal.role, needed))
      return this.#fail(message.id, emendError("forbidden", `This needs the role ${needed}.`));
    const admitted = this.#options.services.admit();
    if (!admitted.ok) return this.#fail(message.id, admitted.error);
    if (needed !== "viewer")
      this.#options.services.record(`socket ${message.type}`, "asked", "jobId" in message ? message.jobId : undefined);
    if (message.type === "blob.put") return this.#uploaded(message.id, await this.#uploads.begin(message.id, message.size, message.sha256));
    if (this.#outstanding >= MAX_OUTSTANDING)
      return this.#fail(
        message.id,
        emendError("rate_limited", "Too many requests at once.", { help: "Wait for the earlier ones to end." }),
      );
    this.#outstanding++;
    const work = message.type === "blob.get" ? this.#download(message.id, message.sha256) : this.#answer(message);
    // Not awaited: a long find must not hold up the messages behind it.
    void work.catch((error: unknown) => this.#bug(message.id, error)).finally(() => this.#outstanding--);
  }

  #greet(protocol: number): void {
    if (protocol === PROTOCOL_VERSION)
      this.#send({ type: "welcome", protocol: PROTOCOL_VERSION, companion: this.#options.services.version });
    else this.#mismatch(protocol);
  }

  #mismatch(protocol: number): void {
    const message = `The panel speaks protocol ${protocol}, the companion ${PROTOCOL_VERSION}.`;
    this.#fail(undefined, emendError("protocol_mismatch", message, { help: "Update the older of the two." }));
    this.#client.close(CLOSE.protocol, "protocol");
  }

  async #answer(message: ValueRequest): Promise<void> {
    const { services } = this.#options;
    let followed: string | undefined;
    const follow = (jobId: string): void => {
      followed = jobId;
      this.#followed.add(jobId);
    };
    const followModels = (): void => {
      this.#unfollowModels ??= services.models.subscribe((model) => this.#send({ type: "model", model }));
    };
    this.#reply(message.id, await answerRequest(message, { services, signal: this.#gone.signal, follow, followModels }));
    // A quick job may have moved on before we began to listen: say where it stands.
    const job = message.type === "edit" && followed !== undefined ? await services.queue.get(followed) : undefined;
    if (job !== undefined) this.#heard(job);
  }

  async #part(data: Buffer): Promise<void> {
    const frame = readBlobFrame(data);
    if (frame === undefined) return this.#fail(undefined, emendError("bad_request", "The binary frame has no header."));
    this.#uploaded(frame.id, await this.#uploads.receive(frame.id, frame.part));
  }

  #uploaded(id: number, result: Result<string | undefined>): void {
    if (!result.ok) this.#fail(id, result.error);
    else if (result.value !== undefined) this.#send({ type: "reply", id, value: { sha256: result.value } });
  }

  /** One download after the other, so that asking for many costs no more memory than asking for one. */
  #download(id: number, digest: string): Promise<void> {
    const sent = this.#downloads.then(() => this.#sendBlob(id, digest));
    this.#downloads = sent.catch(() => undefined);
    return sent;
  }

  async #sendBlob(id: number, digest: string): Promise<void> {
    if (this.#gone.signal.aborted) return;
    const blob = await this.#options.services.blobs.read(digest);
    if (blob === undefined) return this.#fail(id, emendError("blob_missing", "The companion does not have this picture."));
    this.#send({ type: "reply", id, value: { size: blob.size } });
    if (blob.size === 0) await this.#sendFrame(blobFrame(id, new Uint8Array()));
    for await (const part of blob.parts()) if (!(await this.#sendFrame(blobFrame(id, part)))) return;
  }

  /** Settles when the system has taken the frame: the next one is made then, so a slow reader costs one frame of memory. */
  #sendFrame(frame: Uint8Array): Promise<boolean> {
    return new Promise((resolve) => this.#client.send(frame, (error) => resolve(error === undefined || error === null)));
  }

  #heard(job: JobRecord): void {
    if (this.#followed.has(job.id)) this.#send({ type: "job", job: jobViewOf(job) });
  }

  #reply(id: number, result: Result<unknown>): void {
    if (result.ok) this.#send({ type: "reply", id, value: result.value });
    else this.#fail(id, result.error);
  }

  #fail(id: number | undefined, error: EmendError): void {
    this.#send({ type: "failure", ...(id !== undefined && { id }), error });
  }

  #bug(id: number | undefined, error: unknown): void {
    const fault = storageFaultOf(error);
    if (fault === undefined) this.#options.services.logger.error("socket_bug", { name: error instanceof Error ? error.name : "unknown" });
    this.#fail(id, fault ?? emendError("internal", "The companion hit a bug."));
  }

  #send(message: ServerMessage): void {
    if (this.#client.readyState !== this.#client.OPEN) return;
    if (this.#client.bufferedAmount > MAX_BUFFERED_BYTES) this.#client.terminate();
    else this.#client.send(JSON.stringify(inLanguage(message, this.#language)), () => undefined);
  }
}

/** The id of a message that is otherwise not valid, so that its sender learns which one failed. */
function idOf(data: Buffer): number | undefined {
  try {
    const { id } = JSON.parse(data.toString("utf8")) as { readonly id?: unknown };
    return v.is(RequestIdSchema, id) ? id : undefined;
  } catch {
    return undefined;
  }
}
