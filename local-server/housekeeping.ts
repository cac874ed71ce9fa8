import { arch, availableParallelism, platform, release, totalmem } from "node:os";
import type { Principal, Tenant } from "../protocol/access.ts";
import type { EditResult, EngineView } from "../protocol/edit.ts";
import { type EmendError, emendError, err, ok, type Result } from "../protocol/errors.ts";
import type { UsageView } from "../protocol/usage.ts";
import type { LimitSettings } from "./config/limit-settings.ts";
import type { JobQueue } from "./jobs/job-queue.ts";
import type { Execute } from "./jobs/job-runner.ts";
import { createTenantLimits, type TenantLimits } from "./jobs/tenant-limits.ts";
import type { Logger } from "./observability/logger.ts";
import { countedLogger, createMetrics, type Metrics } from "./observability/metrics.ts";
import { callbackUrl } from "./remote/callback-url.ts";
import { type AuditLog, createAuditLog } from "./store/audit-log.ts";
import type { Queries } from "./store/tables.ts";
import { createUsageBook, type UsageBook } from "./store/usage.ts";
import { createWebhookOutbox, type WebhookOutbox } from "./store/webhook-outbox.ts";
import type { TenantServices } from "./transport/services.ts";

/** What watches over the work: numbers, the audit log, what tenants use. */
export interface Housekeeping {
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly audit: AuditLog;
  readonly limits: TenantLimits;
  readonly usage: Pick<UsageBook, "today" | "month">;
  /** What `limits` holds tenants to, for them to see. */
  readonly allowed: UsageView["limits"];
  readonly outbox: WebhookOutbox;
  readonly callbackHosts: readonly string[];
  /** Counts what a tenant's finished edit used, and writes its end into the audit log. */
  watched(execute: Execute, engines: () => Promise<Result<readonly EngineView[]>>): Execute;
}

export interface HousekeepingOptions {
  readonly queries: Queries;
  readonly queue: Pick<JobQueue, "depth">;
  readonly logger: Logger;
  readonly limits: LimitSettings;
  /** What each tenant may store, said beside the limits. */
  readonly quotaBytes?: number | undefined;
}

const notCallable = (): EmendError =>
  emendError("bad_request", "The callback address may not be called.", {
    help: "It is https at a public name; who runs the companion can allow others in EMEND_WEBHOOK_HOSTS.",
  });

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : "unknown");

/** The list price of one result of an engine; 0 where it is free or unknown. */
async function priceOf(engine: string, engines: () => Promise<Result<readonly EngineView[]>>): Promise<number> {
  const views = await engines();
  return (views.ok ? views.value.find(({ name }) => name === engine)?.estimate?.price?.amount : undefined) ?? 0;
}

export function createHousekeeping({ queries, queue, logger: plain, limits, quotaBytes }: HousekeepingOptions): Housekeeping {
  const metrics = createMetrics(() => queue.depth());
  const logger = countedLogger(plain, metrics);
  const audit = createAuditLog(queries, (error) => logger.error("audit_trouble", { name: nameOf(error) }));
  const usage = createUsageBook(queries);
  const count = async (tenant: Tenant, results: readonly EditResult[], engines: () => Promise<Result<readonly EngineView[]>>) => {
    const [first] = results;
    if (first === undefined || first.cache === "hit") return;
    const pixels = results.reduce((sum, { source }) => sum + source.width * source.height, 0);
    const spend = first.engine === "instant" ? 0 : results.length * (await priceOf(first.engine, engines));
    await usage.add(tenant, { edits: results.length, pixels, spend });
  };
  const { callbackHosts = [], ...counted } = limits;
  return {
    logger,
    metrics,
    usage,
    allowed: { ...counted, ...(quotaBytes !== undefined && { storedBytes: quotaBytes }) },
    audit,
    limits: createTenantLimits(limits, usage),
    outbox: createWebhookOutbox(queries),
    callbackHosts,
    watched: (execute, engines) => async (request, context) => {
      const outcome = await execute(request, context);
      const { tenant, jobId } = context;
      if (outcome.ok) await count(tenant, outcome.value, engines);
      audit.record({ tenant, actor: "emend", action: "job.end", subject: jobId, outcome: outcome.ok ? "ok" : outcome.error.code });
      return outcome;
    },
  };
}

/** What one tenant's requests get of it. */
export function tenantDesk(
  { metrics, audit, limits, usage, allowed, outbox, callbackHosts }: Housekeeping,
  principal: Principal,
  facts: { readonly version: string; engines(signal: AbortSignal): Promise<Result<readonly EngineView[]>> },
): Pick<
  TenantServices,
  "admit" | "mayEdit" | "mayCall" | "callBack" | "webhookSecret" | "record" | "metrics" | "auditLog" | "usage" | "diagnostics"
> {
  return {
    admit: () => limits.admit(principal.tenant),
    mayEdit: () => limits.mayEdit(principal.tenant),
    mayCall: (url) => (callbackUrl(url, callbackHosts) === undefined ? err(notCallable()) : ok(undefined)),
    callBack: (kind, subject, url) => outbox.add({ tenant: principal.tenant, kind, subject, url }),
    webhookSecret: async (renew) => `whsec_${await outbox.secret(principal.tenant, renew)}`,
    record: (action, outcome, subject) => audit.record({ tenant: principal.tenant, actor: principal.tokenId, action, outcome, subject }),
    metrics: () => metrics.text(),
    auditLog: async (after) => (await audit.list({ after })).filter(({ tenant }) => tenant === principal.tenant),
    usage: async () => {
      const { tenant } = principal;
      const [today, month] = await Promise.all([usage.today(tenant), usage.month(tenant)]);
      return { today, month, limits: allowed };
    },
    diagnostics: async (signal) => {
      const engines = await facts.engines(signal);
      return {
        emend: facts.version,
        node: process.versions.node,
        system: `${platform()} ${release()} ${arch()}`,
        processors: availableParallelism(),
        memoryGb: Math.round(totalmem() / 2 ** 30),
        upSeconds: Math.round(process.uptime()),
        residentMb: Math.round(process.memoryUsage.rss() / 2 ** 20),
        troubles: metrics.troubles(),
        engines: engines.ok ? engines.value.map(({ name, available, missing }) => ({ name, available, missing: missing ?? [] })) : [],
      };
    },
  };
}
