import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { LIMITS } from "../../protocol/limits.ts";
import { someResult } from "../../test/fakes/edit-result.ts";
import { digestOf } from "../../test/fakes/running-companion.ts";
import { storing, writeAtomically } from "./atomic-file.ts";
import type { BlobStore } from "./blob-store.ts";
import { openDatabase } from "./database.ts";
import { createEditHistory } from "./edit-history.ts";
import { openFileBlobStore } from "./file-blob-store.ts";
import { takeOwnerLock } from "./owner-lock.ts";
import { createResultCache } from "./result-cache.ts";
import { readToken, renewToken } from "./token-file.ts";

const root = mkdtempSync(join(tmpdir(), "emend-store-"));
after(() => rmSync(root, { recursive: true }));
let count = 0;
const freshFolder = (): string => join(root, String(count++));

async function freshBlobs(folder = freshFolder()): Promise<BlobStore> {
  const store = await openFileBlobStore(folder, { owner: true });
  assert.ok(store.ok);
  return store.value;
}

test("a blob is there whole or not at all", async () => {
  const folder = freshFolder();
  const blobs = await freshBlobs(folder);
  const bytes = new Uint8Array([1, 2, 3]);
  const digest = digestOf(bytes);
  const writer = await blobs.writer();
  assert.ok(writer.ok);
  await writer.value.write(bytes.subarray(0, 2));
  assert.equal(await blobs.has(digest), false);
  await writer.value.write(bytes.subarray(2));
  assert.deepEqual(await writer.value.commit(digest), { ok: true, value: digest });
  assert.deepEqual([...(await blobs.get(digest))!], [1, 2, 3]);
  assert.deepEqual(readdirSync(join(folder, "incoming")), []);
});

test("what has another digest or is too large leaves nothing behind", async () => {
  const folder = freshFolder();
  const blobs = await freshBlobs(folder);
  const wrong = await blobs.writer();
  assert.ok(wrong.ok);
  await wrong.value.write(new Uint8Array([1]));
  const refused = await wrong.value.commit("0".repeat(64));
  assert.equal(!refused.ok && refused.error.code, "digest_mismatch");
  const large = await blobs.writer();
  assert.ok(large.ok);
  const part = new Uint8Array(LIMITS.blobBytes / 2);
  assert.ok((await large.value.write(part)).ok && (await large.value.write(part)).ok);
  const over = await large.value.write(new Uint8Array(1));
  assert.equal(!over.ok && over.error.code, "payload_too_large");
  assert.deepEqual(readdirSync(join(folder, "incoming")), []);
  assert.deepEqual(readdirSync(folder), ["incoming"]);
});

test("only a digest can become a path", async () => {
  const blobs = await freshBlobs();
  for (const name of ["../token", "..", "", "A".repeat(64), `${"a".repeat(63)}/`]) await assert.rejects(async () => blobs.get(name));
});

test("the owner clears what a dead process left half-written", async () => {
  const folder = freshFolder();
  await freshBlobs(folder);
  writeFileSync(join(folder, "incoming", "leftover"), "half");
  await freshBlobs(folder);
  assert.deepEqual(readdirSync(join(folder, "incoming")), []);
});

test("an atomic write replaces a file whole, with its mode, and cleans up when it fails", async () => {
  const folder = freshFolder();
  const path = join(folder, "deep", "file");
  await writeAtomically(path, "one", 0o600);
  await writeAtomically(path, "two", 0o600);
  assert.equal(readFileSync(path, "utf8"), "two");
  if (process.platform !== "win32") assert.equal(statSync(path).mode & 0o777, 0o600);
  const failed = await storing(() => writeAtomically(join(folder, "deep"), "over a folder"));
  assert.equal(!failed.ok && failed.error.code, "storage_failed");
  assert.deepEqual([readdirSync(folder), readdirSync(join(folder, "deep"))], [["deep"], ["file"]]);
});

test("a full disk is told apart from a folder that may not be written", async () => {
  const refusing = (code: string) => storing(() => Promise.reject(Object.assign(new Error("no"), { code, syscall: "write" })));
  const [full, denied] = [await refusing("ENOSPC"), await refusing("EACCES")];
  assert.deepEqual([!full.ok && full.error.code, !denied.ok && denied.error.code], ["storage_full", "storage_failed"]);
  await assert.rejects(storing(() => Promise.reject(new TypeError("a bug"))));
});

test("a data folder has one owner until that one lets go", async () => {
  const folder = freshFolder();
  const first = await takeOwnerLock(folder);
  assert.ok(first.ok);
  assert.equal((await takeOwnerLock(folder)).ok, false);
  first.value.release();
  const second = await takeOwnerLock(folder);
  assert.ok(second.ok);
  second.value.release();
});

test("a token is made once, and a damaged one is replaced", async () => {
  const folder = freshFolder();
  const token = await readToken(folder);
  assert.deepEqual(await readToken(folder), token);
  writeFileSync(join(folder, "token"), "short");
  const made = await readToken(folder);
  assert.ok(token.ok && made.ok && made.value !== token.value && made.value.length === 43);
  assert.notDeepEqual(await renewToken(folder), made);
});

test("cached results last a day and only while their pictures are there", async () => {
  const db = await openDatabase(freshFolder());
  const blobs = await freshBlobs();
  assert.ok(db.ok);
  const picture = await blobs.put(new Uint8Array([9]));
  assert.ok(picture.ok);
  let now = 1_000;
  const cache = createResultCache(db.value.queries, { tenant: "local", blobs }, () => now);
  const base = someResult();
  const kept = { ...base, patch: { ...base.patch, sha256: picture.value }, result: { ...base.result, sha256: picture.value } };
  await cache.set("kept", [kept]);
  await cache.set("gone", [base]);
  assert.equal(await createResultCache(db.value.queries, { tenant: "local", blobs, hours: 0 }, () => now).get("kept"), undefined);
  assert.equal(await createResultCache(db.value.queries, { tenant: "other", blobs }, () => now).get("kept"), undefined);
  assert.deepEqual(await cache.get("kept"), [{ ...kept, cache: "hit" }]);
  assert.equal(await cache.get("gone"), undefined);
  now += 24 * 60 * 60 * 1000;
  assert.equal(await cache.get("kept"), undefined);
  db.value.close();
});

test("history survives reopening and filters by source", async () => {
  const folder = freshFolder();
  const db = await openDatabase(folder);
  assert.ok(db.ok);
  const other = someResult({ source: { ...someResult().source, sha256: "9".repeat(64) } });
  const request = { source: other.source.sha256, instruction: "remove it" };
  const version = { jobId: "job-1", request, revision: "r", models: { m: "d" }, results: [someResult(), other] };
  await createEditHistory(db.value.queries, "local").record(version);
  db.value.close();
  const again = await openDatabase(folder);
  assert.ok(again.ok);
  const history = createEditHistory(again.value.queries, "local");
  const [all, ofOther] = [await history.list(), await history.list({ source: "9".repeat(64) })];
  assert.deepEqual([all.length, ofOther.map(({ result }) => result)], [2, [other]]);
  assert.deepEqual([ofOther[0]?.recipe, ofOther[0]?.revision, ofOther[0]?.models], [request, "r", { m: "d" }]);
  assert.deepEqual(await createEditHistory(again.value.queries, "other").list(), []);
  again.value.close();
});

test("a database of a newer version is refused, not damaged", async () => {
  const folder = freshFolder();
  const db = await openDatabase(folder);
  assert.ok(db.ok);
  db.value.run("PRAGMA user_version = 999");
  db.value.close();
  const again = await openDatabase(folder);
  assert.equal(!again.ok && again.error.code, "storage_failed");
});
