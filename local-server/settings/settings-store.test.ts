import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import type { Keychain } from "./keychain.ts";
import { createSettingsStore, variableOf } from "./settings-store.ts";

const KEY = "sk-secret-0123456789";

function folderFor(t: { after(work: () => void): void }): string {
  const folder = mkdtempSync(join(tmpdir(), "emend-settings-"));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function fakeKeychain(): Keychain & { readonly kept: Map<string, string> } {
  const kept = new Map<string, string>();
  return {
    kept,
    read: async (account) => kept.get(account),
    write: async (account, secret) => void kept.set(account, secret),
    remove: async (account) => void kept.delete(account),
  };
}

const none: Keychain = {
  read: () => Promise.reject(new Error("no keychain")),
  write: () => Promise.reject(new Error("no keychain")),
  remove: () => Promise.reject(new Error("no keychain")),
};
const forgetful: Keychain = { read: async () => undefined, write: async () => undefined, remove: async () => undefined };
const mode = (path: string): string => (statSync(path).mode & 0o777).toString(8);

test("a key goes into the keychain where there is one, and nowhere else", async (t) => {
  const [folder, keychain] = [folderFor(t), fakeKeychain()];
  const store = createSettingsStore(folder, {}, keychain);
  assert.deepEqual(await store.setKey("openai", KEY), { ok: true, value: "keychain" });
  assert.equal(await store.of("openai").key(), KEY);
  assert.equal(readFileSync(join(folder, "keys.json"), "utf8").includes(KEY), false);
  await store.removeKey("openai");
  assert.equal(await store.of("openai").key(), undefined);
});

for (const [what, keychain] of [
  ["no keychain", none],
  ["a keychain that keeps nothing", forgetful],
] as const) {
  test(`with ${what}, a key goes into a file only its owner can read`, { skip: process.platform === "win32" }, async (t) => {
    const folder = join(folderFor(t), "data");
    const store = createSettingsStore(folder, {}, keychain);
    assert.deepEqual(await store.setKey("openai", KEY), { ok: true, value: "file" });
    assert.deepEqual([mode(join(folder, "keys.json")), mode(folder)], ["600", "700"]);
    assert.equal(await store.of("openai").key(), KEY);
    await store.removeKey("openai");
    assert.equal(await store.of("openai").key(), undefined);
  });
}

test("a key moves with its place: one set in the keychain leaves no old one in the file", async (t) => {
  const folder = folderFor(t);
  await createSettingsStore(folder, {}, none).setKey("openai", "old-key");
  await createSettingsStore(folder, {}, fakeKeychain()).setKey("openai", KEY);
  assert.equal(readFileSync(join(folder, "keys.json"), "utf8").includes("old-key"), false);
});

test("the environment goes before the file, by the engine's own variables", async (t) => {
  const folder = folderFor(t);
  const store = createSettingsStore(folder, { EMEND_SD_SERVER_BASE_URL: "http://a", EMEND_SD_SERVER_API_KEY: "k" }, undefined);
  await store.set("sd-server", "baseUrl", "http://b");
  await store.set("sd-server", "model", "m");
  const { value, key } = store.of("sd-server");
  assert.deepEqual([value("baseUrl"), value("model"), value("constructor"), await key()], ["http://a", "m", undefined, "k"]);
  await store.set("sd-server", "model", undefined);
  assert.equal(value("model"), undefined);
  assert.equal(variableOf("dify", "imageVariable"), "EMEND_DIFY_IMAGE_VARIABLE");
});

test("consent is for one host, stays until it is taken back, and a private companion ignores it", async (t) => {
  const folder = folderFor(t);
  const store = createSettingsStore(folder, {}, undefined);
  assert.equal(store.of("dify").consent("a.example"), undefined);
  await store.allow("dify", "a.example");
  const again = createSettingsStore(folder, {}, undefined);
  assert.equal(again.of("dify").consent("a.example"), "standing");
  assert.equal(again.of("dify").consent("b.example"), undefined);
  assert.equal(again.of("openai").consent("a.example"), undefined);
  await store.set("all", "privacy", "local");
  assert.equal(again.of("dify").consent("a.example"), undefined);
  assert.equal(createSettingsStore(folder, { EMEND_ALLOW_HOSTED: "all" }, undefined).of("dify").consent("x"), undefined);
  await store.set("all", "privacy", undefined);
  await store.forbid("dify");
  assert.equal(again.of("dify").consent("a.example"), undefined);
  assert.equal(createSettingsStore(folder, { EMEND_ALLOW_HOSTED: "openai, dify" }, undefined).of("dify").consent("x"), "environment");
});

test("a damaged settings file allows nothing and is not overwritten", async (t) => {
  const folder = folderFor(t);
  writeFileSync(join(folder, "engines.json"), '{"consents":{"dify":{"host":"a.exa');
  const store = createSettingsStore(folder, {}, undefined);
  assert.equal(store.of("dify").consent("a.example"), undefined);
  const done = await store.allow("dify", "a.example");
  assert.equal(!done.ok && done.error.code, "storage_failed");
  assert.match(readFileSync(join(folder, "engines.json"), "utf8"), /a\.exa$/);
});
