import { createHmac } from "node:crypto";

export interface WebhookMessage {
  /** The same at every try, so that a receiver can tell repetitions. */
  readonly id: string;
  readonly body: string;
  /** Seconds since 1970. */
  readonly timestamp: number;
}

/** Headers of Standard Webhooks 1.0 (standardwebhooks.com): HMAC-SHA256 over `id.timestamp.body`. `secret`: base64, without `whsec_`. */
export function signWebhook({ id, body, timestamp }: WebhookMessage, secret: string): Readonly<Record<string, string>> {
  const signature = createHmac("sha256", Buffer.from(secret, "base64")).update(`${id}.${timestamp}.${body}`).digest("base64");
  return { "webhook-id": id, "webhook-timestamp": String(timestamp), "webhook-signature": `v1,${signature}` };
}
