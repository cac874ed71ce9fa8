/**
 * Draws the playground's sample poster and writes playground/assets/sample-poster.png: our own design, in open fonts, one flat raster.
 *   node scripts/make-sample-poster.ts
 */
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { findChromium } from "./chromium.ts";

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const OUT = join(ROOT, "playground/assets/sample-poster.png");

const executablePath = findChromium();
if (executablePath === undefined) throw new Error("no Chromium found: run npm run setup, or name one in EMEND_CHROMIUM");
const browser = await chromium.launch({
  executablePath,
  args: ["--no-sandbox", "--disable-gpu", "--allow-file-access-from-files", "--disable-lcd-text", "--force-color-profile=srgb"],
});
try {
  const page = await browser.newPage({ viewport: { width: 1080, height: 1350 } });
  await page.goto(pathToFileURL(join(ROOT, "scripts/sample-poster/poster.html")).href);
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: OUT });
  console.log(OUT);
} finally {
  await browser.close();
}
