import type { Principal, Tenant } from "../protocol/access.ts";
import { ok } from "../protocol/errors.ts";
import type { Plan } from "../protocol/plan.ts";
import { engineDesk } from "./engine-desk.ts";
import { type Housekeeping, tenantDesk } from "./housekeeping.ts";
import { createBatches } from "./jobs/batches.ts";
import type { JobQueue } from "./jobs/job-queue.ts";
import { tenantJobs } from "./jobs/tenant-jobs.ts";
import type { KnownEdits } from "./known-edits.ts";
import type { Logger } from "./observability/logger.ts";
import { createPhraser, PHRASING } from "./phrasing/phrase-plan.ts";
import { hasPriceRule, tabulatePrices } from "./pipeline/tabulate-prices.ts";
import type { ModelRegistry } from "./registry/model-registry.ts";
import { type Find, rememberFinds } from "./remember-finds.ts";
import type { SettingsStore } from "./settings/settings-store.ts";
import type { BlobStores } from "./store/blob-store.ts";
import { createEditHistory } from "./store/edit-history.ts";
import { recordReview } from "./store/reviews.ts";
import type { Queries } from "./store/tables.ts";
import type { ImageLinks } from "./transport/openai/image-links.ts";
import type { TenantServices } from "./transport/services.ts";
import type { EditPool } from "./worker/edit-pool.ts";

/** What all tenants share, before it is divided among them. */
export interface House {
  readonly queries: Queries;
  readonly blobs: BlobStores;
  readonly queue: JobQueue;
  readonly known: KnownEdits;
  readonly pool: Pick<EditPool, "front" | "withWorker">;
  readonly settings: SettingsStore;
  readonly links: ImageLinks;
  readonly models: ModelRegistry;
  readonly housekeeping: Housekeeping;
}

export interface HouseRules {
  readonly version: string;
  readonly engineNames: readonly string[];
  readonly logger: Logger;
  plan(instruction: string): Plan;
}

/** Divides the house: what comes out reaches one tenant's things only. */
export function tenantServices(
  { queries, blobs, queue, known, pool, settings, links, models, housekeeping }: House,
  rules: HouseRules,
): (principal: Principal) => TenantServices {
  const finds = new Map<Tenant, Find>();
  const findOf = (tenant: Tenant): Find => {
    const remembered =
      finds.get(tenant) ??
      rememberFinds((source, signal, region) => pool.front.call("find", { tenant, source, ...(region && { region }) }, { signal }));
    finds.set(tenant, remembered);
    return remembered;
  };
  const phraser = createPhraser(settings.of(PHRASING));
  return (principal) => ({
    principal,
    blobs: blobs.of(principal.tenant),
    queue: tenantJobs(queue, principal.tenant),
    known: (request) => known.of(principal.tenant, request),
    batches: createBatches(queries, queue, principal.tenant),
    history: createEditHistory(queries, principal.tenant),
    review: (jobId, request) => recordReview(queries, { jobId, principal, request }),
    logger: rules.logger,
    version: rules.version,
    engineNames: rules.engineNames,
    plan: rules.plan,
    mayPhrase: phraser.ready,
    phrase: phraser.phrase,
    models,
    tabulate: async (plan, source, signal) => {
      const found = hasPriceRule(plan) ? await findOf(principal.tenant)(source, signal) : undefined;
      if (found === undefined) return ok(plan);
      return found.ok ? ok(tabulatePrices(plan, found.value)) : found;
    },
    find: findOf(principal.tenant),
    render: (request, signal) => pool.front.call("render", { tenant: principal.tenant, request }, { signal }),
    lettering: (texts, signal) => pool.front.call("lettering", texts, { signal }),
    verify: (result, layer, signal) =>
      pool.front.call("verify", { tenant: principal.tenant, result, ...(layer !== undefined && { layer }) }, { signal }),
    ...tenantDesk(housekeeping, principal, {
      version: rules.version,
      engines: (signal) => pool.front.call("engines", null, { signal }),
    }),
    linkTo: (picture) => links.sign(principal.tenant, picture),
    ...engineDesk(principal, {
      settings,
      engines: (signal) => pool.front.call("engines", null, { signal }),
      history: ({ tenant }) => createEditHistory(queries, tenant),
    }),
  });
}
