import assert from "node:assert/strict";
import { createHash, randomBytes } from "node:crypto";
import { test } from "node:test";
import type { BlobStores } from "../../local-server/store/blob-store.ts";
import { limitedBlobStores } from "../../local-server/store/limited-blobs.ts";

const digestOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

async function storedIn(blobs: ReturnType<BlobStores["of"]>): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  for await (const { digest, bytes } of blobs.list()) found[digest] = bytes;
  return found;
}

async function wholeOf(blobs: ReturnType<BlobStores["of"]>, digest: string): Promise<Uint8Array | undefined> {
  const reader = await blobs.read(digest);
  if (reader === undefined) return undefined;
  const parts: Uint8Array[] = [];
  for await (const part of reader.parts()) parts.push(new Uint8Array(part));
  assert.equal(
    parts.reduce((sum, part) => sum + part.length, 0),
    reader.size,
  );
  return new Uint8Array(Buffer.concat(parts));
}

/** What every place for pictures must hold. `open` gives an empty one. */
export function blobStoreContract(name: string, open: () => Promise<BlobStores>): void {
  test(`${name}: what goes in comes out whole, whole or in parts, under its digest only`, async () => {
    const blobs = (await open()).of("local");
    for (const bytes of [randomBytes(700_001), new Uint8Array(0)]) {
      const digest = digestOf(bytes);
      assert.deepEqual(await blobs.put(bytes), { ok: true, value: digest });
      assert.deepEqual([await blobs.has(digest), await blobs.size(digest)], [true, bytes.length]);
      assert.deepEqual(new Uint8Array((await blobs.get(digest))!), new Uint8Array(bytes));
      assert.deepEqual(await wholeOf(blobs, digest), new Uint8Array(bytes));
    }
    const none = "0".repeat(64);
    assert.deepEqual(
      [await blobs.has(none), await blobs.size(none), await blobs.get(none), await blobs.read(none)],
      [false, undefined, undefined, undefined],
    );
  });

  test(`${name}: bytes with another digest than expected are not kept`, async () => {
    const blobs = (await open()).of("local");
    const writer = await blobs.writer();
    assert.ok(writer.ok);
    await writer.value.write(new Uint8Array([1, 2]));
    await writer.value.write(new Uint8Array([3]));
    const kept = await writer.value.commit("f".repeat(64));
    assert.equal(!kept.ok && kept.error.code, "digest_mismatch");
    assert.deepEqual(await storedIn(blobs), {});
    const again = await blobs.writer();
    assert.ok(again.ok);
    await again.value.write(new Uint8Array([1, 2]));
    await again.value.write(new Uint8Array([3]));
    const digest = digestOf(new Uint8Array([1, 2, 3]));
    assert.deepEqual(await again.value.commit(digest), { ok: true, value: digest });
    assert.deepEqual(await storedIn(blobs), { [digest]: 3 });
  });

  test(`${name}: tenants do not see each other's blobs`, async () => {
    const stores = await open();
    const put = await stores.of("one").put(new Uint8Array([7]));
    assert.ok(put.ok);
    for (const tenant of ["two", "local"])
      assert.deepEqual([await stores.of(tenant).has(put.value), await storedIn(stores.of(tenant))], [false, {}]);
    await stores.of("two").remove(put.value);
    assert.equal(await stores.of("one").has(put.value), true);
    await stores.of("one").remove(put.value);
    assert.equal(await stores.of("one").has(put.value), false);
  });

  test(`${name}: a tenant over its quota is refused, what it has stays, and removing makes room`, async () => {
    const stores = limitedBlobStores(await open(), 1000);
    const blobs = stores.of("small");
    const first = await blobs.put(randomBytes(900));
    assert.ok(first.ok);
    const second = await blobs.put(randomBytes(101));
    assert.equal(!second.ok && second.error.code, "quota_exceeded");
    const writer = await blobs.writer();
    assert.ok(writer.ok);
    const written = await writer.value.write(randomBytes(101));
    assert.equal(!written.ok && written.error.code, "quota_exceeded");
    assert.equal(await blobs.size(first.value), 900);
    assert.ok((await stores.of("other").put(randomBytes(101))).ok);
    await blobs.remove(first.value);
    assert.ok((await blobs.put(randomBytes(101))).ok);
  });
}
