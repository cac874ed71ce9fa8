import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { openPlayground } from "./harness/browser.ts";
import { useRig } from "./harness/rig.ts";

const SEEN_MS = 30_000;
const FIND_MS = 90_000;

const rig = useRig();

describe("when panel and companion do not come together", () => {
  test("without a token the panel asks to be paired", async () => {
    const { panel, appears, screenshot } = await openPlayground(rig.browser, { address: rig.companion.url });
    await appears(panel.getByRole("textbox", { name: /token/i }), SEEN_MS);
    await screenshot("playground-unpaired");
  });

  test("with a wrong token the panel says so and asks again", async () => {
    const { panel, appears, screenshot } = await openPlayground(rig.browser, { address: `${rig.companion.url}/#token=${"x".repeat(43)}` });
    await appears(panel.getByRole("textbox", { name: /token/i }), SEEN_MS);
    await appears(panel.getByRole("status").filter({ hasText: "Token refused" }), SEEN_MS);
    await screenshot("playground-wrong-token");
  });

  test("pasting the right token pairs, and the tab remembers it", async () => {
    const { panel, page, appears } = await openPlayground(rig.browser, { address: rig.companion.url });
    const token = new URLSearchParams(new URL(rig.companion.open).hash.slice(1)).get("token") ?? "";
    await panel.getByRole("textbox", { name: /token/i }).fill(token);
    await panel.getByRole("textbox", { name: /token/i }).press("Enter");
    await appears(panel.getByRole("textbox", { name: /199/ }), FIND_MS);
    await page.reload();
    await appears(panel.getByRole("textbox", { name: /199/ }), FIND_MS);
  });

  test("a companion that goes away is named as the missing side, and one that comes back is used", async () => {
    const { panel, appears, screenshot, errors } = await rig.open();
    await appears(panel.getByRole("textbox", { name: /199/ }), FIND_MS);
    await rig.companion.stop();
    await appears(panel.getByRole("status").filter({ hasText: /companion/i }), SEEN_MS);
    await screenshot("playground-companion-gone");
    await rig.revive();
    await appears(panel.getByRole("status").filter({ hasText: `localhost:${rig.companion.port}` }), SEEN_MS);
    assert.deepEqual(await errors(), []);
  });
});
