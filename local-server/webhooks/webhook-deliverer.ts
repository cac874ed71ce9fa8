import type { JobQueue } from "../jobs/job-queue.ts";
import { jobViewOf } from "../jobs/job-queue.ts";
import type { Logger } from "../observability/logger.ts";
import { postCallback } from "../remote/post-callback.ts";
import type { AuditLog } from "../store/audit-log.ts";
import type { Webhook, WebhookOutbox } from "../store/webhook-outbox.ts";
import { signWebhook } from "./sign-webhook.ts";

export interface WebhookDelivererOptions {
  readonly outbox: WebhookOutbox;
  readonly queue: Pick<JobQueue, "get" | "subscribe">;
  readonly audit: Pick<AuditLog, "record">;
  readonly logger: Logger;
  /** Hosts that may be called beyond public ones. */
  readonly listed: readonly string[];
  /** Pauses after each failed try; when they are used up it is given up. */
  readonly pausesMs?: readonly number[];
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
/** The schedule Standard Webhooks proposes, over a little more than a day. */
const PAUSES_MS = [5 * SECOND, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR, 10 * HOUR];
const LEASE_MS = MINUTE;
const LOOK_EVERY_MS = 2 * SECOND;
/** The receiver says that nobody wants to hear of this any more. */
const GONE = 410;

/** Tells those who asked when their jobs and batches have ended: at least once, signed, with growing pauses until it is taken. */
export class WebhookDeliverer {
  readonly #options: WebhookDelivererOptions;
  readonly #timer: NodeJS.Timeout;
  readonly #unsubscribe: () => void;
  readonly #closing = new AbortController();
  #round: Promise<void> = Promise.resolve();

  constructor(options: WebhookDelivererOptions) {
    this.#options = options;
    this.#timer = setInterval(() => this.#look(), LOOK_EVERY_MS).unref();
    this.#unsubscribe = options.queue.subscribe(({ state }) => state !== "queued" && state !== "running" && this.#look());
  }

  /** What is on its way is broken off and told again after the next start. */
  async close(): Promise<void> {
    clearInterval(this.#timer);
    this.#unsubscribe();
    this.#closing.abort();
    await this.#round;
  }

  #look(): void {
    if (this.#closing.signal.aborted) return;
    this.#round = this.#round.then(() => this.#tellAll()).catch((error: unknown) => this.#trouble(error));
  }

  async #tellAll(): Promise<void> {
    if (this.#closing.signal.aborted) return;
    const due = await this.#options.outbox.take(LEASE_MS);
    await Promise.all(due.map((webhook) => this.#tell(webhook)));
  }

  async #tell(webhook: Webhook): Promise<void> {
    const { outbox, listed, audit, pausesMs = PAUSES_MS } = this.#options;
    const body = await this.#bodyOf(webhook);
    const headers = signWebhook({ id: webhook.id, body, timestamp: Math.floor(Date.now() / SECOND) }, await outbox.secret(webhook.tenant));
    const status = await postCallback({ url: webhook.url, body, headers, listed }, this.#closing.signal);
    const pause = pausesMs[webhook.attempts - 1];
    const [delivered, over] = [status >= 200 && status < 300, status === GONE || pause === undefined];
    if (this.#closing.signal.aborted && !delivered) return;
    if (!delivered && !over) return outbox.later(webhook.id, Date.now() + pause);
    await outbox.settle(webhook.id, delivered ? "delivered" : "failed");
    const outcome = delivered ? "ok" : `gave_up_${status}`;
    audit.record({ tenant: webhook.tenant, actor: "emend", action: "webhook", subject: webhook.subject, outcome });
  }

  async #bodyOf({ kind, subject }: Webhook): Promise<string> {
    const timestamp = new Date().toISOString();
    if (kind === "batch") return JSON.stringify({ type: "batch.ended", timestamp, data: { batchId: subject } });
    const job = await this.#options.queue.get(subject);
    return JSON.stringify({ type: `job.${job?.state ?? "gone"}`, timestamp, data: job === undefined ? { id: subject } : jobViewOf(job) });
  }

  #trouble(error: unknown): void {
    this.#options.logger.warn("webhook_trouble", { name: error instanceof Error ? error.name : "unknown" });
  }
}
