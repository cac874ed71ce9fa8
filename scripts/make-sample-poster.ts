/**
 * Draws the playground's sample poster and writes playground/assets/sample-poster.png: our own design, in open fonts, one flat raster.
 *   EMEND_CHROMIUM=/path/to/chromium node scripts/make-sample-poster.ts
 */
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const OUT = join(ROOT, "playground/assets/sample-poster.png");

const browser = await chromium.launch({
  executablePath: process.env.EMEND_CHROMIUM ?? "/usr/bin/chromium",
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
