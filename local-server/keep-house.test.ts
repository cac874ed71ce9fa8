import assert from "node:assert/strict";
import { mkdtempSync, rmSync, utimesSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { someResult } from "../test/fakes/edit-result.ts";
import { SqliteJobQueue } from "./jobs/sqlite-job-queue.ts";
import { keepHouse } from "./keep-house.ts";
import { openDatabase } from "./store/database.ts";
import { createEditHistory } from "./store/edit-history.ts";
import { openFileBlobStores } from "./store/file-blob-stores.ts";

const folder = mkdtempSync(join(tmpdir(), "emend-house-"));
after(() => rmSync(folder, { recursive: true }));
const TWO_DAYS_MS = 2 * 24 * 60 * 60 * 1000;

test("pictures nothing names go after a day; those of waiting jobs and of any version stay", async () => {
  const [db, stores] = [await openDatabase(folder), await openFileBlobStores(folder, { owner: true })];
  assert.ok(db.ok && stores.ok);
  const blobs = stores.value.of("local");
  const put = async (byte: number, old = true): Promise<string> => {
    const kept = await blobs.put(new Uint8Array([byte]));
    assert.ok(kept.ok);
    const then = new Date(Date.now() - TWO_DAYS_MS);
    if (old) utimesSync(join(folder, "blobs", kept.value.slice(0, 2), kept.value), then, then);
    return kept.value;
  };
  const [orphan, fresh, waiting, mask, version] = [await put(1), await put(2, false), await put(3), await put(4), await put(5)];
  const queue = new SqliteJobQueue(db.value);
  await queue.submit({ tenant: "local", request: { source: waiting, instruction: "x", mask } });
  const result = someResult({ patch: { ...someResult().patch, sha256: version } });
  const history = createEditHistory(db.value.queries, "local");
  await history.record({ jobId: "job-1", request: { source: version, instruction: "x" }, revision: "r", models: {}, results: [result] });
  const house = { queries: db.value.queries, blobs: stores.value };
  const { versions, jobs, pictures } = await keepHouse(house);
  assert.deepEqual({ versions, jobs, local: pictures.local }, { versions: 0, jobs: 0, local: { kept: 4, removed: 1, removedBytes: 1 } });
  const left = await Promise.all([orphan, fresh, waiting, mask, version].map((digest) => blobs.has(digest)));
  assert.deepEqual(left, [false, true, true, true, true]);

  await db.value.queries
    .updateTable("history")
    .set({ created_at: Date.now() - TWO_DAYS_MS })
    .execute();
  assert.equal((await keepHouse(house)).versions, 0, "without days nothing goes for its age");
  assert.equal((await keepHouse({ ...house, keepDays: 1 })).versions, 1);
  assert.deepEqual([await blobs.has(version), await blobs.has(waiting)], [false, true]);
  db.value.close();
});
