import { type AuditVerdict, chained, lastAudit, verifyAudit } from "./store/audit-log.ts";
import type { AuditTable, Queries } from "./store/tables.ts";

const ROWS_AT_ONCE = 500;
/** What an entry says that stands before entries taken over from another log; its subject is that log's last hash. */
const ADOPTED = "audit.adopted";

async function* entriesAfter(from: Queries, after: number): AsyncGenerator<AuditTable[]> {
  for (let n = after; ; ) {
    const rows = await from.selectFrom("audit").selectAll().where("n", ">", n).orderBy("n").limit(ROWS_AT_ONCE).execute();
    if (rows.length === 0) return;
    yield rows;
    n = Number(rows.at(-1)!.n);
  }
}

/** How many entries both logs begin with alike. */
async function commonLength(from: Queries, to: Queries): Promise<number> {
  let common = 0;
  for await (const rows of entriesAfter(from, 0)) {
    const range = to.selectFrom("audit").select("hash").where("n", ">", common).orderBy("n").limit(rows.length);
    const there = await range.execute();
    const differs = rows.findIndex(({ hash }, i) => there[i]?.hash !== hash);
    if (differs >= 0) return common + differs;
    common += rows.length;
  }
  return common;
}

async function wasAdopted(to: Queries, head: string): Promise<boolean> {
  const found = to.selectFrom("audit").select("n").where("action", "=", ADOPTED).where("subject", "=", head);
  return (await found.executeTakeFirst()) !== undefined;
}

const markOf = ({ head, brokenAt }: AuditVerdict) => ({
  at: Date.now(),
  tenant: "local",
  actor: "emend",
  action: ADOPTED,
  subject: head,
  outcome: brokenAt === undefined ? "ok" : `broken_at_${brokenAt}`,
});

/** Everything of `from` after its first `common` entries, chained anew behind what `to` has: all of it or, where it fails, nothing. */
async function adopt(from: Queries, to: Queries, { common, verdict }: { common: number; verdict: AuditVerdict }): Promise<void> {
  await to.transaction().execute(async (within) => {
    let rows = chained(await lastAudit(within), [markOf(verdict)]);
    await within.insertInto("audit").values(rows).execute();
    for await (const page of entriesAfter(from, common)) {
      rows = chained(
        rows.at(-1),
        page.map(({ n: _, hash: __, ...entry }) => ({ ...entry, at: Number(entry.at) })),
      );
      await within.insertInto("audit").values(rows).execute();
    }
  });
}

/**
 * Takes an audit log along. Into an empty one, or one that is its own beginning, the entries go as they are, hashes and all; behind others
 * they are chained anew after an entry `audit.adopted` with the old log's last hash. A log that does not verify is taken along with that
 * said (`broken_at_N`). A second run adds nothing. `to` is a database with transactions of its own connection (PostgreSQL).
 */
export async function moveAudit(from: Queries, to: Queries): Promise<{ readonly found: number; readonly there: number }> {
  const { n } = await from
    .selectFrom("audit")
    .select(({ fn }) => fn.countAll().as("n"))
    .executeTakeFirstOrThrow();
  const found = Number(n);
  const [verdict, common] = [await verifyAudit(from), await commonLength(from, to)];
  if (common === found || (await wasAdopted(to, verdict.head))) return { found, there: found };
  const continues = ((await lastAudit(to))?.n ?? 0) === common;
  if (verdict.brokenAt === undefined && continues)
    for await (const rows of entriesAfter(from, common)) await to.insertInto("audit").values(rows).execute();
  else await adopt(from, to, { common, verdict });
  const arrived = (await verifyAudit(to)).brokenAt === undefined;
  return { found, there: arrived ? found : common };
}
