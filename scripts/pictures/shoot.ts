import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser, Locator } from "playwright-core";
import sharp from "sharp";
import { openPlayground, type Playground, type PlaygroundOptions } from "../../test/e2e/harness/browser.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
export const IMAGES = join(ROOT, "docs/images");
export const POSTER = readFileSync(join(ROOT, "playground/assets/sample-poster.png"));

export const FIND_MS = 120_000;
export const EDIT_MS = 240_000;

export type Language = "en" | "zh-CN";

/** Writes a picture as WebP, or as PNG where the name says so; gives its size in bytes. */
export async function write(name: string, png: Buffer, width?: number): Promise<number> {
  const path = join(IMAGES, name);
  mkdirSync(dirname(path), { recursive: true });
  const resized = sharp(png).resize(width === undefined ? {} : { width });
  const bytes = await (name.endsWith(".png") ? resized.png({ compressionLevel: 9, effort: 10 }) : resized.webp({ quality: 88 })).toBuffer();
  writeFileSync(path, bytes);
  return bytes.length;
}

/** The panel alone, in its window. */
export async function shootPanel(stage: Playground, name: string): Promise<void> {
  // Fonts and thumbnails settle, and no field shows a caret.
  await stage.page.waitForTimeout(500);
  await write(name, await stage.page.locator("section.plugin").screenshot({ caret: "hide" }));
}

export const goTo = (stage: Playground, name: RegExp): Promise<void> =>
  stage.panel.getByRole("navigation").getByRole("button", { name }).click();

export const priceField = ({ panel }: Playground): Locator => panel.getByRole("textbox", { name: /199/ });

/** The playground with the sample poster, its texts found. */
export async function openPoster(browser: Browser, options: PlaygroundOptions): Promise<Playground> {
  const stage = await openPlayground(browser, options);
  await stage.appears(priceField(stage), FIND_MS);
  return stage;
}
