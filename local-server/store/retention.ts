import type { Queries } from "./tables.ts";

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Removes versions and ended jobs older than `days`, for all tenants. Only ever called because somebody set a number of days: without
 * one, history is kept for good. Decisions of reviews stay.
 */
export async function removeOlder(
  queries: Queries,
  days: number,
  now = Date.now(),
): Promise<{ readonly versions: number; readonly jobs: number }> {
  const before = now - days * DAY_MS;
  const versions = await queries.deleteFrom("history").where("created_at", "<", before).executeTakeFirst();
  const ended = queries.deleteFrom("jobs").where("updated_at", "<", before).where("state", "in", ["done", "failed", "cancelled"]);
  return { versions: Number(versions.numDeletedRows), jobs: Number((await ended.executeTakeFirst()).numDeletedRows) };
}
