import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Browser } from "playwright-core";
import { openBrowser, openPlayground } from "./harness/browser.ts";
import { type RunningCompanion, startCompanion } from "./harness/companion.ts";

const SEEN_MS = 30_000;
const FIND_MS = 90_000;

let companion: RunningCompanion;
let browser: Browser;

before(async () => {
  [companion, browser] = await Promise.all([startCompanion(), openBrowser()]);
});
after(async () => {
  await browser?.close();
  await companion?.dispose();
});

describe("when panel and companion do not come together", () => {
  test("without a token the panel asks to be paired", async () => {
    const { panel, appears, screenshot } = await openPlayground(browser, { address: companion.url });
    await appears(panel.getByRole("textbox", { name: /token/i }), SEEN_MS);
    await screenshot("playground-unpaired");
  });

  test("with a wrong token the panel says so and asks again", async () => {
    const { panel, appears, screenshot } = await openPlayground(browser, { address: `${companion.url}/#token=${"x".repeat(43)}` });
    await appears(panel.getByRole("textbox", { name: /token/i }), SEEN_MS);
    await appears(panel.getByRole("status").filter({ hasText: "Token refused" }), SEEN_MS);
    await screenshot("playground-wrong-token");
  });

  test("pasting the right token pairs, and the tab remembers it", async () => {
    const { panel, page, appears } = await openPlayground(browser, { address: companion.url });
    const token = new URLSearchParams(new URL(companion.open).hash.slice(1)).get("token") ?? "";
    await panel.getByRole("textbox", { name: /token/i }).fill(token);
    await panel.getByRole("textbox", { name: /token/i }).press("Enter");
    await appears(panel.getByRole("textbox", { name: /199/ }), FIND_MS);
    await page.reload();
    await appears(panel.getByRole("textbox", { name: /199/ }), FIND_MS);
  });

  test("a companion that goes away is named as the missing side, and one that comes back is used", async () => {
    const { panel, appears, screenshot, errors } = await openPlayground(browser, { address: companion.open });
    await appears(panel.getByRole("textbox", { name: /199/ }), FIND_MS);
    const { port, data } = companion;
    await companion.stop();
    await appears(panel.getByRole("status").filter({ hasText: /companion/i }), SEEN_MS);
    await screenshot("playground-companion-gone");
    companion = await startCompanion({ port, data });
    await appears(panel.getByRole("status").filter({ hasText: `localhost:${port}` }), SEEN_MS);
    assert.deepEqual(await errors(), []);
  });
});
