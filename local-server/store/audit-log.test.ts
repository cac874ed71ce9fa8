import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { createAuditLog, verifyAudit } from "./audit-log.ts";
import { type Database, openDatabase } from "./database.ts";
import { createUsageBook } from "./usage.ts";

const folder = mkdtempSync(join(tmpdir(), "emend-audit-"));
const opened: Database[] = [];
after(() => {
  for (const db of opened) db.close();
  rmSync(folder, { recursive: true, force: true });
});

async function freshDatabase(name: string): Promise<Database> {
  const db = await openDatabase(join(folder, name));
  assert.ok(db.ok);
  opened.push(db.value);
  return db.value;
}

const fail = (error: unknown): never => assert.fail(String(error));
const entry = (i: number) => ({ tenant: "local", actor: "owner", action: "edit", subject: `job-${i}`, outcome: "ok" });

test("entries come back in order, and the chain holds over two writers", async () => {
  const db = await freshDatabase("order");
  const logs = [createAuditLog(db.queries, fail), createAuditLog(db.queries, fail)];
  for (let i = 0; i < 40; i++) logs[i % 2]!.record(entry(i));
  await Promise.all(logs.map((log) => log.close()));
  const records = await logs[0]!.list();
  assert.deepEqual(
    records.map(({ n }) => n),
    Array.from({ length: 40 }, (_, i) => i + 1),
  );
  const verdict = await verifyAudit(db.queries);
  assert.deepEqual([verdict.entries, verdict.brokenAt, verdict.head], [40, undefined, records.at(-1)!.hash]);
});

test("what was written can be neither changed nor removed, and who forces it is found out", async () => {
  const db = await freshDatabase("forced");
  const log = createAuditLog(db.queries, fail);
  for (let i = 0; i < 5; i++) log.record(entry(i));
  await log.close();
  assert.throws(() => db.run("UPDATE audit SET outcome = 'failed' WHERE n = 3"), /append-only/);
  assert.throws(() => db.run("DELETE FROM audit WHERE n = 3"), /append-only/);
  db.run("DROP TRIGGER audit_is_not_changed");
  db.run("UPDATE audit SET outcome = 'failed' WHERE n = 3");
  assert.equal((await verifyAudit(db.queries)).brokenAt, 3);
});

test("use adds up by day and month, for each tenant alone", async () => {
  const db = await freshDatabase("usage");
  let now = Date.parse("2026-11-21T12:00:00Z");
  const book = createUsageBook(db.queries, () => now);
  await book.add("a", { edits: 1, pixels: 100, spend: 0.5 });
  now = Date.parse("2026-11-22T01:00:00Z");
  await book.add("a", { edits: 1, pixels: 50, spend: 0.25 });
  await book.add("a", { edits: 2, pixels: 50, spend: 0 });
  await book.add("b", { edits: 9, pixels: 9, spend: 9 });
  assert.deepEqual(await book.today("a"), { edits: 3, pixels: 100, spend: 0.25 });
  assert.deepEqual(await book.month("a"), { edits: 4, pixels: 200, spend: 0.75 });
});
