import { OWNER_TENANT, type Tenant } from "../protocol/access.ts";
import type { Logger } from "./observability/logger.ts";
import type { BlobStores } from "./store/blob-store.ts";
import { type Collected, collectOrphans } from "./store/collect-orphans.ts";
import { removeOlder } from "./store/retention.ts";
import type { Queries } from "./store/tables.ts";

export interface HouseToKeep {
  readonly queries: Queries;
  readonly blobs: BlobStores;
  /** Versions and ended jobs older than this go; kept for good where not set. */
  readonly keepDays?: number | undefined;
}

export interface Kept {
  readonly versions: number;
  readonly jobs: number;
  readonly pictures: Readonly<Record<Tenant, Collected>>;
}

const DAY_MS = 24 * 60 * 60 * 1000;
/** Not while everybody starts working. */
const FIRST_AFTER_MS = 15 * 60_000;

/** Everybody who may have stored anything. */
async function tenantsOf(queries: Queries): Promise<readonly Tenant[]> {
  const given = await queries.selectFrom("tokens").select("tenant").distinct().execute();
  return [...new Set([OWNER_TENANT, ...given.map(({ tenant }) => tenant)])];
}

/** Applies the days set, then removes pictures nothing names any more. */
export async function keepHouse({ queries, blobs, keepDays }: HouseToKeep): Promise<Kept> {
  const older = keepDays === undefined ? { versions: 0, jobs: 0 } : await removeOlder(queries, keepDays);
  const pictures: Record<Tenant, Collected> = {};
  for (const tenant of await tenantsOf(queries)) pictures[tenant] = await collectOrphans({ queries, blobs: blobs.of(tenant), tenant });
  return { ...older, pictures };
}

/** Does so once a day and tells the log what went. Returns the end of it. */
export function keepHouseDaily(house: HouseToKeep, logger: Logger): () => void {
  const once = async (): Promise<void> => {
    try {
      const { versions, jobs, pictures } = await keepHouse(house);
      const removed = Object.values(pictures).reduce((sum, { removed }) => sum + removed, 0);
      logger.info("housekeeping", { versions, jobs, pictures: removed });
    } catch (error) {
      logger.warn("housekeeping_failed", { name: error instanceof Error ? error.name : "unknown" });
    }
  };
  const first = setTimeout(() => void once(), FIRST_AFTER_MS).unref();
  const daily = setInterval(() => void once(), DAY_MS).unref();
  return () => {
    clearTimeout(first);
    clearInterval(daily);
  };
}
