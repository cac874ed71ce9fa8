import { sql } from "kysely";
import type { Tenant } from "../../protocol/access.ts";
import type { Queries } from "./tables.ts";

/** What a tenant used up. `spend`: list prices in whatever currencies the engines have, added as they are. */
export interface Usage {
  readonly edits: number;
  readonly pixels: number;
  readonly spend: number;
}

const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** Use by tenant and day (UTC), shared by all companions of the database. */
export interface UsageBook {
  add(tenant: Tenant, used: Usage): Promise<void>;
  /** Of today, and of this month. */
  today(tenant: Tenant): Promise<Usage>;
  month(tenant: Tenant): Promise<Usage>;
}

export function createUsageBook(queries: Queries, now: () => number = Date.now): UsageBook {
  const since = async (tenant: Tenant, day: string): Promise<Usage> => {
    const { fn } = queries;
    const sums = await queries
      .selectFrom("usage")
      .select([fn.sum("edits").as("edits"), fn.sum("pixels").as("pixels"), fn.sum("spend").as("spend")])
      .where("tenant", "=", tenant)
      .where("day", ">=", day)
      .executeTakeFirst();
    return { edits: Number(sums?.edits ?? 0), pixels: Number(sums?.pixels ?? 0), spend: Number(sums?.spend ?? 0) };
  };
  return {
    add: async (tenant, { edits, pixels, spend }) => {
      await queries
        .insertInto("usage")
        .values({ tenant, day: dayOf(now()), edits, pixels, spend })
        .onConflict((conflict) =>
          conflict.columns(["tenant", "day"]).doUpdateSet({
            edits: sql`usage.edits + excluded.edits`,
            pixels: sql`usage.pixels + excluded.pixels`,
            spend: sql`usage.spend + excluded.spend`,
          }),
        )
        .execute();
    },
    today: (tenant) => since(tenant, dayOf(now())),
    month: (tenant) => since(tenant, `${dayOf(now()).slice(0, 7)}-01`),
  };
}
