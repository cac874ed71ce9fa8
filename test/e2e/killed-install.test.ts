import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { Browser } from "playwright-core";
import { readModelCards } from "../../local-server/registry/model-cards.ts";
import { type FakeHub, sha256, startFakeHub } from "../fakes/fake-hub.ts";
import { zip } from "../fakes/zip.ts";
import { openBrowser, openPlayground } from "./harness/browser.ts";
import { type RunningCompanion, startCompanion } from "./harness/companion.ts";
import { goTo } from "./harness/rig.ts";

const MODEL = "sd-server";
const PROGRAM = randomBytes(4_000_000);
const SLOWLY = { paceMs: 30 } as const;
const SAID_MS = 2000;
const BACK_MS = 30_000;

let hub: FakeHub;
let browser: Browser;
let companion: RunningCompanion;

/** A release page with one archive under the name of every build, so that any machine finds its own. */
function publish(tag: string, repository: string): void {
  const archive = zip({ [MODEL]: PROGRAM });
  const windows = ["win-cuda12-x64", "win-rocm-6.4.2-x64", "win-vulkan-x64", "win-cpu-x64"];
  const linux = ["", "-vulkan", "-rocm-6.4"].map((kind) => `Linux-Ubuntu-24.04-x86_64${kind}`);
  const builds = [...windows, ...linux, "Darwin-macOS-15.4-arm64"].map((build) => `sd-master-97d2990-bin-${build}.zip`);
  const assets = [...builds, "cudart-sd-bin-win-cu12-x64.zip"].map((name) => {
    hub.put(`/files/${name}`, archive);
    const browser_download_url = new URL(`/files/${name}`, hub.url).href;
    return { name, size: archive.length, browser_download_url, digest: `sha256:${sha256(archive)}` };
  });
  hub.pages.set(`/repos/${repository}/releases/tags/${tag}`, { tag_name: tag, assets });
}

const start = (again: { readonly port?: number; readonly data?: string } = {}) =>
  startCompanion({ ...again, env: { EMEND_RELEASE_MIRROR: hub.url.href } });

before(async () => {
  hub = await startFakeHub();
  const card = (await readModelCards()).find(({ id }) => id === MODEL);
  assert.ok(card !== undefined && "release" in card);
  publish(card.release.tag, card.release.repository);
  [companion, browser] = await Promise.all([start(), openBrowser()]);
});

after(async () => {
  await browser?.close();
  await companion?.dispose();
  await hub?.close();
});

test("a companion killed in the middle of a download is named within two seconds; the download goes on where it was, unseen until checked", async () => {
  const stage = await openPlayground(browser, { address: companion.open });
  const { panel } = stage;
  const line = panel.locator("#models li").filter({ hasText: "stable-diffusion.cpp server" });
  const installed = join(companion.data, "models", MODEL, MODEL);
  const status = (text: RegExp) => panel.getByRole("status").filter({ hasText: text });
  const unchecked = async (): Promise<void> => {
    assert.equal(await line.getByText("installed", { exact: true }).count(), 0);
    assert.equal(existsSync(installed), false);
  };
  hub.moods(SLOWLY);
  await stage.appears(status(/localhost:/), BACK_MS);
  await goTo(stage, "Settings");
  await line.getByRole("button", { name: /^Install/ }).click();
  await stage.appears(line.getByText(/^[1-9]\d? % fetched$/), BACK_MS);
  await companion.kill();
  await stage.appears(status(/Reconnecting|not found|Looking for/), SAID_MS);
  await unchecked();
  companion = await start(companion);
  await stage.appears(status(/localhost:/), BACK_MS);
  const goOn = line.getByRole("button").filter({ hasText: "Go on" });
  await stage.appears(goOn, BACK_MS);
  await unchecked();
  await stage.screenshot("killed-install");
  hub.moods("well");
  await goOn.click();
  await stage.appears(line.getByText("installed", { exact: true }), BACK_MS);
  assert.match(hub.asked[0]?.range ?? "", /^bytes=[1-9]\d*-$/);
  assert.ok(readFileSync(installed).equals(PROGRAM));
  assert.deepEqual(await stage.errors(), []);
});
