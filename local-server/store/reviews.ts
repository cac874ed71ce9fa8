import type { Principal } from "../../protocol/access.ts";
import type { Review, ReviewRequest } from "../../protocol/history.ts";
import type { Queries, ReviewsTable } from "./tables.ts";

type ReviewRow = Pick<ReviewsTable, "decision" | "note" | "who" | "created_at">;

export const reviewOf = (row: ReviewRow): Review => ({
  decision: row.decision,
  note: row.note,
  who: row.who,
  createdAt: new Date(Number(row.created_at)).toISOString(),
});

/** Writes down what somebody decided about a job's results; earlier decisions stay. */
export async function recordReview(
  queries: Queries,
  { jobId, principal, request }: { readonly jobId: string; readonly principal: Principal; readonly request: ReviewRequest },
): Promise<Review> {
  const { tenant, tokenId, name } = principal;
  const row = { decision: request.decision, note: request.note ?? "", who: name, created_at: Date.now() };
  await queries
    .insertInto("reviews")
    .values({ ...row, tenant, job_id: jobId, token_id: tokenId })
    .execute();
  return reviewOf(row);
}
