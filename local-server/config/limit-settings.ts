import * as v from "valibot";
import { emendError, err, ok, type Result } from "../../protocol/errors.ts";

/** What one tenant may use of a shared companion; nothing set, nothing limited. */
export interface LimitSettings {
  /** Requests and messages a minute, bursts of a fifth of that; counted by each companion for itself. */
  readonly requestsPerMinute?: number;
  /** Pixels of sources worked on, a day (UTC), over all companions. */
  readonly pixelsPerDay?: number;
  /** List prices of hosted engines, a month (UTC), over all companions. */
  readonly spendPerMonth?: number;
  /** Hosts that webhooks may go to beyond public ones: `host`, `host:port`, `*.domain`. */
  readonly callbackHosts?: readonly string[];
}

const Amount = v.pipe(v.string(), v.regex(/^\d{1,9}(\.\d{1,2})?$/), v.transform(Number), v.minValue(0.01));

const NAMES = {
  requestsPerMinute: ["EMEND_LIMIT_REQUESTS", 1],
  pixelsPerDay: ["EMEND_LIMIT_MEGAPIXELS", 1e6],
  spendPerMonth: ["EMEND_LIMIT_SPEND", 1],
} as const;

/** Reads `EMEND_LIMIT_REQUESTS` (a minute), `EMEND_LIMIT_MEGAPIXELS` (a day), `EMEND_LIMIT_SPEND` (a month), `EMEND_WEBHOOK_HOSTS`; `bad_usage` names what is wrong. */
export function limitSettingsOf(env: Readonly<Record<string, string | undefined>>): Result<LimitSettings> {
  const limits: Record<string, number> = {};
  for (const [field, [name, unit]] of Object.entries(NAMES)) {
    const text = env[name];
    if (text === undefined || text === "") continue;
    const amount = v.safeParse(Amount, text);
    if (!amount.success) return err(emendError("bad_usage", `${name} is not set as it should be.`, { help: "It is a number above 0." }));
    limits[field] = amount.output * unit;
  }
  const hosts = (env.EMEND_WEBHOOK_HOSTS ?? "").split(",").map((host) => host.trim().toLowerCase());
  return ok({ ...limits, callbackHosts: hosts.filter((host) => host !== "") });
}
