import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { after, test } from "node:test";
import { openDatabase } from "./database.ts";
import { MIGRATIONS } from "./migrations.ts";

const folder = mkdtempSync(join(tmpdir(), "emend-database-"));
after(() => rmSync(folder, { recursive: true }));

test("before an older database is taken further, a whole copy of it is left", async () => {
  const old = new DatabaseSync(join(folder, "emend.sqlite"));
  old.exec(`${MIGRATIONS[0]}; PRAGMA user_version = 1`);
  old.exec("INSERT INTO jobs (id, request, state, created_at, updated_at) VALUES ('kept', '{}', 'queued', 1, 1)");
  old.close();
  const opened = await openDatabase(folder);
  assert.ok(opened.ok);
  assert.equal(opened.value.one("SELECT id FROM jobs")?.id, "kept");
  opened.value.close();
  const copy = new DatabaseSync(join(folder, "emend.sqlite.version-1"));
  assert.deepEqual(copy.prepare("SELECT id FROM jobs").get()?.id, "kept");
  assert.equal(copy.prepare("PRAGMA user_version").get()?.user_version, 1);
  copy.close();
});
