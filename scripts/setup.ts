/**
 * Checks what the tests need beyond npm and gets what is missing: today that is a Chromium-based browser.
 *   npm run setup
 */
import { spawnSync } from "node:child_process";
import { findChromium, findOnPath } from "./chromium.ts";
import { installSteps } from "./install-steps.ts";

const SORRY = "Install Chromium or Google Chrome by hand, or name one in EMEND_CHROMIUM; only the end-to-end tests need it.";

function run(words: readonly string[]): boolean {
  console.log(`+ ${words.join(" ")}`);
  return spawnSync(words[0]!, words.slice(1), { stdio: "inherit" }).status === 0;
}

function install(): boolean {
  const isRoot = process.getuid?.() === 0;
  const steps = installSteps({ has: (name) => findOnPath(name) !== undefined, isRoot });
  if (steps === undefined) return false;
  return steps.every(run);
}

const needed = 24;
if (Number(process.versions.node.split(".")[0]) < needed) {
  console.error(`Node ${needed} is needed and this is ${process.versions.node}: run npm ci, then npm run setup.`);
  process.exit(1);
}
if (findChromium() === undefined) install();
const browser = findChromium();
if (browser === undefined) {
  console.error(`No Chromium was found and none could be installed. ${SORRY}`);
  process.exit(1);
}
console.log(`Ready: Node ${process.versions.node}, browser ${browser}.`);
