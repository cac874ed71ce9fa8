import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, afterEach, before, beforeEach, test } from "node:test";
import type { Result } from "../../protocol/errors.ts";
import { type FakeHub, sha256, startFakeHub } from "../../test/fakes/fake-hub.ts";
import { zip } from "../../test/fakes/zip.ts";
import { type ModelCard, readModelCards } from "./model-cards.ts";
import { createModelRegistry, type ModelRegistry } from "./model-registry.ts";
import { buildFor } from "./release-files.ts";

const CARD: ModelCard = {
  ...{ id: "program", title: "Program", use: "Nothing.", licence: "MIT", bytes: 10, program: "sd-server" },
  release: { repository: "someone/program", tag: "v1" },
  assets: [{ platform: process.platform as "linux", arch: process.arch as "x64", gpu: "none", names: ["^program-.*\\.zip$"] }],
};

let hub: FakeHub;
let dataFolder: string;
let registry: ModelRegistry;
before(async () => {
  hub = await startFakeHub();
});
after(() => hub.close());
beforeEach(() => {
  dataFolder = mkdtempSync(join(tmpdir(), "emend-program-"));
  hub.pages.clear();
  registry = createModelRegistry({
    dataFolder,
    mirrors: { releases: hub.url },
    backOff: { tries: 2, baseMs: 2, mostMs: 5 },
    idleMs: 300,
    cards: async () => [CARD],
    hardware: async () => ({ ramGiB: 16, vramGiB: 0, gpu: "none" }),
  });
});
afterEach(async () => {
  await registry.close();
  rmSync(dataFolder, { recursive: true });
});

function publish(archive: Buffer, { tag = "v1", digest = sha256(archive), url = "/files/program-1.zip" } = {}): void {
  hub.put("/files/program-1.zip", archive);
  hub.moods("well");
  const asset = {
    name: "program-1.zip",
    size: archive.length,
    digest: `sha256:${digest}`,
    browser_download_url: new URL(url, hub.url).href,
  };
  const path = tag === "v1" ? "tags/v1" : "latest";
  hub.pages.set(`/repos/someone/program/releases/${path}`, { tag_name: tag, assets: [{ ...asset, name: "other.txt" }, asset] });
}
async function install(): Promise<Result<void>> {
  const started = await registry.install("program");
  return started.ok ? registry.settled("program") : started;
}
const place = (name: string): string => join(dataFolder, "models", "program", name);
const messageOf = (result: Result<void>): string => (result.ok ? "ok" : `${result.error.code}: ${result.error.message}`);

test("a program is fetched by its release page's digest, unpacked, and can be run", { timeout: 10_000 }, async () => {
  publish(zip({ "bin/sd-server": "#!/bin/sh\n", "bin/libstable.so": "x", "bin/": "" }));
  assert.equal(messageOf(await install()), "ok");
  assert.equal(readFileSync(place("sd-server"), "utf8"), "#!/bin/sh\n");
  assert.ok((statSync(place("sd-server")).mode & 0o100) !== 0);
  assert.deepEqual(await registry.verify("program"), { ok: true, value: [] });
  assert.equal(existsSync(join(dataFolder, "downloads", "program")), false);
});

test("where the tested release is gone the latest is taken", { timeout: 10_000 }, async () => {
  publish(zip({ "sd-server": "later" }), { tag: "v9" });
  assert.equal(messageOf(await install()), "ok");
  assert.equal(readFileSync(place("sd-server"), "utf8"), "later");
});

test("an archive cannot write outside its folder, nor replace what it brought", { timeout: 10_000 }, async () => {
  publish(zip({ "sd-server": "good", "../../../escaped": "x", "a/../../b": "y" }));
  const done = await install();
  assert.match(messageOf(done), /^(ok|download_failed)/);
  for (const name of ["escaped", "b"]) {
    assert.equal(existsSync(join(dataFolder, name)), false);
    assert.equal(existsSync(join(dataFolder, "models", name)), false);
  }
});

const REFUSED: readonly (readonly [string, () => void, RegExp])[] = [
  ["another archive than the page says", () => publish(zip({ "sd-server": "x" }), { digest: "0".repeat(64) }), /^digest_mismatch/],
  ["a page without digests", () => publish(zip({ "sd-server": "x" }), { digest: "" }), /names no digest/],
  ["an archive without the program", () => publish(zip({ readme: "x" })), /does not hold sd-server/],
  ["something that is no archive", () => publish(Buffer.from("PK certainly not")), /cannot be unpacked/],
  ["a page that points elsewhere", () => publish(zip({ "sd-server": "x" }), { url: "http://127.0.0.1:1/x.zip" }), /another place/],
  ["a release without a build", () => hub.pages.set("/repos/someone/program/releases/tags/v1", { tag_name: "v1", assets: [] }), /no build/],
  ["no release at all", () => undefined, /does not have this program/],
];
for (const [what, set, message] of REFUSED) {
  test(`${what} installs nothing and says so`, { timeout: 10_000 }, async () => {
    set();
    assert.match(messageOf(await install()), message);
    assert.equal(existsSync(place("sd-server")), false);
  });
}

test("each machine gets the build for its graphics, else Vulkan's, else one without", async () => {
  const card = (await readModelCards()).find(({ id }) => id === "sd-server");
  assert.ok(card !== undefined && "assets" in card);
  const names = (platform: NodeJS.Platform, arch: string, gpu: "cuda" | "rocm" | "vulkan" | "metal" | "none"): string =>
    buildFor(card, { platform, arch, gpu })?.gpu ?? "nothing";
  assert.equal(names("win32", "x64", "cuda"), "cuda");
  assert.equal(names("linux", "x64", "cuda"), "vulkan");
  assert.equal(names("linux", "x64", "rocm"), "rocm");
  assert.equal(names("linux", "x64", "none"), "none");
  assert.equal(names("darwin", "arm64", "metal"), "metal");
  assert.equal(names("darwin", "x64", "none"), "nothing");
  const published = [
    ...["sd-master-97d2990-bin-win-cuda12-x64.zip", "cudart-sd-bin-win-cu12-x64.zip", "sd-master-97d2990-bin-win-rocm-6.4.2-x64.zip"],
    ...[
      "sd-master-97d2990-bin-win-vulkan-x64.zip",
      "sd-master-97d2990-bin-win-cpu-x64.zip",
      "sd-master-97d2990-bin-Darwin-macOS-15.4-arm64.zip",
    ],
    ...["sd-master-97d2990-bin-Linux-Ubuntu-24.04-x86_64.zip", "sd-master-97d2990-bin-Linux-Ubuntu-24.04-x86_64-vulkan.zip"],
    "sd-master-97d2990-bin-Linux-Ubuntu-24.04-x86_64-rocm-6.4.zip",
  ];
  for (const pattern of card.assets.flatMap((asset) => asset.names)) {
    assert.equal(published.filter((name) => new RegExp(pattern).test(name)).length, 1, pattern);
  }
});
