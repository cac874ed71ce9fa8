import type { Tenant } from "../../protocol/access.ts";
import { emendError, err, ok, type Result } from "../../protocol/errors.ts";
import type { Usage } from "../store/usage.ts";

export interface TenantLimitsOptions {
  readonly requestsPerMinute?: number;
  readonly pixelsPerDay?: number;
  readonly spendPerMonth?: number;
}

/** What tenants have used, as far as limits ask for it. */
export interface UsageReader {
  today(tenant: Tenant): Promise<Usage>;
  month(tenant: Tenant): Promise<Usage>;
}

/** Holds tenants to what they may use. Failed requests count like others; a limit reached in one tenant says nothing to the next. */
export interface TenantLimits {
  /** Takes one request out of the tenant's bucket, or `rate_limited` with the seconds to wait in `details.seconds`. */
  admit(tenant: Tenant): Result<undefined>;
  /** Whether the tenant may ask for another edit: `rate_limited` names what is used up and when it begins anew. */
  mayEdit(tenant: Tenant): Promise<Result<undefined>>;
}

interface Bucket {
  tokens: number;
  at: number;
}

const MINUTE_MS = 60_000;
const BURST_SHARE = 0.2;

const tooMany = (seconds: number): Result<never> =>
  err(emendError("rate_limited", "Too many requests.", { help: `Wait ${seconds} s, then ask again.`, details: { seconds } }));
const usedUp = (what: string, when: string): Result<never> =>
  err(
    emendError("rate_limited", `${what} is used up.`, { help: `It starts again ${when} (UTC); whoever runs the companion can raise it.` }),
  );

/** A bucket per tenant, refilled evenly, that holds a fifth of a minute's requests and one at least. */
export function createTenantLimits(
  limits: TenantLimitsOptions,
  usage: UsageReader,
  now: () => number = () => performance.now(),
): TenantLimits {
  const buckets = new Map<Tenant, Bucket>();
  const { requestsPerMinute, pixelsPerDay, spendPerMonth } = limits;
  const admit = (tenant: Tenant): Result<undefined> => {
    if (requestsPerMinute === undefined) return ok(undefined);
    const [rate, most] = [requestsPerMinute / MINUTE_MS, Math.max(1, requestsPerMinute * BURST_SHARE)];
    const bucket = buckets.get(tenant) ?? { tokens: most, at: now() };
    buckets.set(tenant, bucket);
    bucket.tokens = Math.min(most, bucket.tokens + (now() - bucket.at) * rate);
    bucket.at = now();
    if (bucket.tokens < 1) return tooMany(Math.ceil((1 - bucket.tokens) / rate / 1000));
    bucket.tokens--;
    return ok(undefined);
  };
  const mayEdit = async (tenant: Tenant): Promise<Result<undefined>> => {
    if (pixelsPerDay !== undefined && (await usage.today(tenant)).pixels >= pixelsPerDay)
      return usedUp("Today's share of pixels", "tomorrow");
    if (spendPerMonth !== undefined && (await usage.month(tenant)).spend >= spendPerMonth)
      return usedUp("This month's budget for hosted engines", "next month");
    return ok(undefined);
  };
  return { admit, mayEdit };
}
