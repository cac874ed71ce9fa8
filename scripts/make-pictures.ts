/**
 * Makes the pictures of README and user guide, in both languages, into docs/images: the playground and its real companion in Chromium, real
 * edits of the sample poster.
 *   npm run pictures              all of them
 *   npm run pictures -- screens   or: animation, before-after
 *   npm run pictures -- screens zh-CN   in one language
 */
import { openBrowser } from "../test/e2e/harness/browser.ts";
import { startCompanion } from "../test/e2e/harness/companion.ts";
import { shootAnimation } from "./pictures/animation.ts";
import { shootBeforeAfter } from "./pictures/before-after.ts";
import { shootScreens } from "./pictures/screens.ts";

const LANGUAGES = ["en", "zh-CN"] as const;
const KINDS = ["before-after", "animation", "screens"] as const;
const [, , wanted, only] = process.argv;
if (wanted !== undefined && !KINDS.some((kind) => kind === wanted)) throw new Error(`${wanted} is none of ${KINDS.join(", ")}`);

const browser = await openBrowser();
for (const kind of KINDS.filter((k) => wanted === undefined || k === wanted)) {
  for (const language of LANGUAGES.filter((l) => only === undefined || l === only)) {
    // A companion of its own, so that history and cache hold only what the pictures show.
    const companion = await startCompanion();
    try {
      if (kind === "screens") await shootScreens(browser, companion.open, language);
      if (kind === "animation") await shootAnimation(browser, companion.open, language);
      if (kind === "before-after" && language === "en") await shootBeforeAfter(browser, companion.open);
      console.log(`${kind}, ${language}`);
    } finally {
      await companion.dispose();
    }
  }
}
await browser.close();
