import { randomBytes, randomUUID } from "node:crypto";
import type { Tenant } from "../../protocol/access.ts";
import type { Queries, WebhooksTable } from "./tables.ts";

export type WebhookKind = WebhooksTable["kind"];

/** One thing somebody wants to be told of. */
export interface Webhook {
  readonly id: string;
  readonly tenant: Tenant;
  readonly kind: WebhookKind;
  /** Job or batch id. */
  readonly subject: string;
  readonly url: string;
  /** How often it was tried. */
  readonly attempts: number;
}

/** What is to be told, kept until it is: a companion that ends tells it after its next start, or another one of the team does. */
export interface WebhookOutbox {
  /** The same subject and address once only. On disk when it settles. */
  add(webhook: Pick<Webhook, "tenant" | "kind" | "subject" | "url">): Promise<void>;
  /** Those whose job or batch has ended and whose time has come, taken for `leaseMs` so that nobody else tells them meanwhile. */
  take(leaseMs: number): Promise<readonly Webhook[]>;
  settle(id: string, state: "delivered" | "failed"): Promise<void>;
  /** Another try, at `at` (milliseconds since 1970). */
  later(id: string, at: number): Promise<void>;
  /** The tenant's key for signatures: 32 bytes, base64; made at first need, made anew where `renew` is set. */
  secret(tenant: Tenant, renew?: boolean): Promise<string>;
}

const AT_ONCE = 20;
const SECRET_BYTES = 32;
const OPEN_STATES = ["queued", "running"] as const;

const webhookOf = (row: WebhooksTable): Webhook => ({
  id: row.id,
  tenant: row.tenant,
  kind: row.kind,
  subject: row.subject,
  url: row.url,
  attempts: row.attempts,
});

/** A batch has ended when none of its jobs waits or runs. */
const due = (queries: Queries, now: number) =>
  queries
    .selectFrom("webhooks")
    .selectAll()
    .where("state", "=", "waiting")
    .where("run_after", "<=", now)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("jobs")
            .select("jobs.id")
            .where("jobs.state", "in", OPEN_STATES)
            .where(({ eb, or, ref }) => or([eb("jobs.id", "=", ref("webhooks.subject")), eb("jobs.batch", "=", ref("webhooks.subject"))])),
        ),
      ),
    )
    .orderBy("run_after")
    .limit(AT_ONCE);

export function createWebhookOutbox(queries: Queries, now: () => number = Date.now): WebhookOutbox {
  const update = (id: string) => queries.updateTable("webhooks").where("id", "=", id);
  const take = async (leaseMs: number): Promise<readonly Webhook[]> => {
    const taken: Webhook[] = [];
    for (const row of await due(queries, now()).execute()) {
      const mine = await update(row.id)
        .set({ run_after: now() + leaseMs, attempts: row.attempts + 1 })
        .where("run_after", "=", row.run_after)
        .where("state", "=", "waiting")
        .executeTakeFirst();
      if (Number(mine.numUpdatedRows) === 1) taken.push(webhookOf({ ...row, attempts: row.attempts + 1 }));
    }
    return taken;
  };
  return {
    add: async ({ tenant, kind, subject, url }) => {
      const row = {
        id: `msg_${randomUUID()}`,
        tenant,
        kind,
        subject,
        url,
        state: "waiting",
        attempts: 0,
        run_after: 0,
        created_at: now(),
      } as const;
      await queries
        .insertInto("webhooks")
        .values(row)
        .onConflict((conflict) => conflict.columns(["tenant", "subject", "url"]).doNothing())
        .execute();
    },
    take,
    settle: async (id, state) => void (await update(id).set({ state }).execute()),
    later: async (id, at) => void (await update(id).set({ run_after: at }).execute()),
    secret: async (tenant, renew = false) => {
      const secret = randomBytes(SECRET_BYTES).toString("base64");
      await queries
        .insertInto("webhook_secrets")
        .values({ tenant, secret })
        .onConflict((conflict) => (renew ? conflict.column("tenant").doUpdateSet({ secret }) : conflict.column("tenant").doNothing()))
        .execute();
      const kept = await queries.selectFrom("webhook_secrets").select("secret").where("tenant", "=", tenant).executeTakeFirstOrThrow();
      return kept.secret;
    },
  };
}
