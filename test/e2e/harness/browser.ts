import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Browser, chromium, type FrameLocator, type Locator, type Page } from "playwright-core";
import type { NodeTree } from "../../../playground/document/figma-document.ts";
import type { PlaygroundHook } from "../../../playground/stage/test-hook.ts";
import { findChromium } from "../../../scripts/chromium.ts";

/** The page's read-only hook, for use inside `evaluate`. */
export type Hooked = Window & { readonly emendPlayground: PlaygroundHook };

const RESULTS = fileURLToPath(new URL("../../../test-results/", import.meta.url));

function browserPath(): string {
  const path = findChromium();
  if (path === undefined) throw new Error("no Chromium found: run npm run setup, or name one in EMEND_CHROMIUM");
  return path;
}

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: browserPath(),
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--force-color-profile=srgb",
    ],
  });

export interface Playground {
  readonly page: Page;
  readonly panel: FrameLocator;
  /** Errors nobody caught: in the page, in the panel, in the plugin's main script. */
  errors(): Promise<readonly string[]>;
  /** Waits for something in the panel; where it does not come, the error says what the panel shows instead. */
  appears(wanted: Locator, withinMs: number): Promise<void>;
  tree(): Promise<NodeTree>;
  /** A layer with everything in it, PNG bytes. */
  picture(nodeId: string): Promise<Uint8Array>;
  screenshot(name: string): Promise<void>;
}

export interface PlaygroundOptions {
  readonly address: string;
  readonly theme?: "light" | "dark";
  readonly locale?: string;
  readonly size?: { readonly width: number; readonly height: number };
  /** Device pixels per CSS pixel. */
  readonly scale?: number;
}

/** Opens the playground in a fresh profile and waits until the plugin's window is there. */
export async function openPlayground(browser: Browser, options: PlaygroundOptions): Promise<Playground> {
  const { address, theme = "light", locale = "en-US", size = { width: 1440, height: 900 }, scale = 1 } = options;
  const context = await browser.newContext({ viewport: size, deviceScaleFactor: scale, colorScheme: theme, locale, acceptDownloads: true });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  await page.goto(address);
  await page.locator("section.plugin iframe").waitFor();
  const panel = page.frameLocator("section.plugin iframe");
  const appears = async (wanted: Locator, withinMs: number): Promise<void> => {
    try {
      await wanted.first().waitFor({ timeout: withinMs });
    } catch {
      const words = ((await panel.locator("main").textContent()) ?? "").replaceAll(/\s+/g, " ");
      throw new Error(`${wanted} did not appear within ${withinMs} ms; the panel says: ${words}`);
    }
  };
  return {
    page,
    errors: async () => [...errors, ...(await page.evaluate(() => (window as unknown as Hooked).emendPlayground.pluginErrors()))],
    panel,
    appears,
    tree: () => page.evaluate(() => (window as unknown as Hooked).emendPlayground.document()),
    picture: async (id) => {
      const url = await page.evaluate((nodeId) => (window as unknown as Hooked).emendPlayground.picture(nodeId), id);
      return new Uint8Array(Buffer.from(url.slice(url.indexOf(",") + 1), "base64"));
    },
    screenshot: async (name) => {
      mkdirSync(RESULTS, { recursive: true });
      await page.screenshot({ path: `${RESULTS}${name}.png` });
    },
  };
}
