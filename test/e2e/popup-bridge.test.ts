import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import type { BrowserContext, Frame, Page } from "playwright-core";
import { FIND_MS, useRig } from "./harness/rig.ts";
import { hostPage, themed } from "./panel/stage-page.ts";

const SEEN_MS = 15_000;
const RESULTS = fileURLToPath(new URL("../../test-results/", import.meta.url));

const rig = useRig();

type StageWindow = Window & { readonly stage: { say(message: object): void; heard: readonly { type: string }[] } };

interface Figma {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly panel: Frame;
  readonly errors: string[];
}

/** The built panel as figma.com frames it, in a browser that keeps pages of the internet from this computer. */
async function openFigma(token: string, port = rig.companion.port): Promise<Figma> {
  const context = await rig.browser.newContext({ viewport: { width: 340, height: 640 }, locale: "en-US" });
  const html = readFileSync(fileURLToPath(new URL("../../dist/ui.html", import.meta.url)), "utf8");
  const flags = "allow-scripts allow-popups allow-popups-to-escape-sandbox";
  const body = hostPage(themed(html, "light")).replace('sandbox="allow-scripts"', `sandbox="${flags}"`);
  await context.route("https://www.figma.com/**", (route) => route.fulfill({ contentType: "text/html", body }));
  const page = await context.newPage();
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  await page.goto("https://www.figma.com/");
  await page.waitForFunction(() => (window as unknown as StageWindow).stage.heard.some((m) => m.type === "ready"));
  const settings = { language: "en", port, token };
  await page.evaluate((init) => (window as unknown as StageWindow).stage.say(init), {
    type: "init",
    settings,
    command: "",
    colourProfile: "SRGB",
  });
  return { context, page, panel: page.frames()[1]!, errors };
}

const status = (panel: Frame, words: RegExp) => panel.getByRole("status").filter({ hasText: words }).first();

test("where the browser keeps figma.com from this computer, a window of the companion carries the whole connection", {
  timeout: 4 * FIND_MS,
}, async () => {
  const token = new URLSearchParams(new URL(rig.companion.open).hash.slice(1)).get("token") ?? "";
  const { context, page, panel, errors } = await openFigma(token);
  await status(panel, /not found/).waitFor({ timeout: SEEN_MS });
  const bridge = context.waitForEvent("page");
  await panel.getByRole("button", { name: "Connect through a window" }).click();
  const popup = await bridge;
  await status(panel, /Connected/).waitFor({ timeout: SEEN_MS });
  await popup.getByRole("heading", { name: "Connected" }).waitFor();
  await popup.screenshot({ path: `${RESULTS}bridge-window.png` });
  // The picture goes up and its texts come back through the window.
  const layer = { id: "1:2", name: "poster", kind: "image", width: 720, height: 900, blocked: "none" };
  await page.evaluate((selection) => (window as unknown as StageWindow).stage.say(selection), { type: "selection", layers: [layer] });
  await panel.getByRole("textbox", { name: /199/ }).waitFor({ timeout: FIND_MS });
  // The companion dies and comes back: the same window serves.
  await rig.kill();
  await status(panel, /Reconnecting|not found/).waitFor({ timeout: 2000 });
  await rig.revive();
  await status(panel, /Connected/).waitFor({ timeout: SEEN_MS });
  assert.equal(context.pages().length, 2);
  await popup.reload();
  await status(panel, /Connected/).waitFor({ timeout: SEEN_MS });
  await popup.close();
  await status(panel, /not found/).waitFor({ timeout: SEEN_MS });
  assert.deepEqual(errors, []);
  await context.close();
});

test("a port where nothing answers is left for the next, in the same window", { timeout: 60_000 }, async () => {
  const { context, panel } = await openFigma("0".repeat(43), 17_399);
  await context.route("http://localhost:17320/**", (route) => route.fulfill({ contentType: "text/html", body: "not ours" }));
  await status(panel, /not found/).waitFor({ timeout: SEEN_MS });
  // Heard from before the window opens: it may have gone on before anybody asks.
  const next = context.waitForEvent("request", {
    predicate: (request) => request.url().startsWith("http://localhost:17320/bridge.html"),
    timeout: SEEN_MS,
  });
  await panel.getByRole("button", { name: "Connect through a window" }).click();
  await assert.doesNotReject(next);
  assert.equal(context.pages().length, 2);
  await context.close();
});
