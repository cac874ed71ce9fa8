/**
 * Draws every scene of the panel into test-results/panel/, for people to look at.
 *   node test/e2e/panel/panel-shots.ts [scene …]
 */
import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { bundlePanel } from "../../../scripts/build/bundle-panel.ts";
import { openBrowser } from "../harness/browser.ts";
import { PanelStage } from "./panel-stage.ts";
import { SCENES } from "./scenes.ts";

const ROOT = resolve(fileURLToPath(new URL(".", import.meta.url)), "../../..");
const OUT = join(ROOT, "test-results/panel");
const LOOKS = [
  { theme: "light", language: "en" },
  { theme: "dark", language: "zh-CN" },
] as const;

mkdirSync(OUT, { recursive: true });
const wanted = process.argv.slice(2);
const panel = await bundlePanel(ROOT);
const browser = await openBrowser();
for (const scene of SCENES.filter((s) => wanted.length === 0 || wanted.includes(s.name))) {
  for (const look of LOOKS) {
    const stage = await PanelStage.open(browser, { panel, ...look, ...scene.options });
    await scene.run(stage);
    await stage.page.screenshot({ path: join(OUT, `${scene.name}-${look.theme}.png`) });
    await stage.close();
  }
}
await browser.close();
