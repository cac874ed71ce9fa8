import { readdirSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { findChromium } from "../../scripts/chromium.ts";
import { type Loot, serveHostilePage } from "./harness/hostile-page.ts";
import type { Figure, Measurement } from "./harness/measurement.ts";
import { type CompanionHost, startCompanionHost } from "./harness/start-companion-host.ts";

/** `evil.test` leads to this machine, as a name does that its owner rebinds. */
const ARGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--no-first-run",
  "--disable-background-networking",
  "--host-resolver-rules=MAP evil.test 127.0.0.1",
];

async function lootOf(companion: CompanionHost, token?: string): Promise<readonly Loot[]> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error("no Chromium found: run npm run setup, or name one in EMEND_CHROMIUM");
  const hostile = await serveHostilePage({ port: companion.port, ...(token !== undefined && { token }) });
  const browser = await chromium.launch({ executablePath, args: ARGS });
  try {
    const page = await browser.newPage();
    await page.goto(hostile.url);
    await page.waitForFunction("window.finished === true", undefined, { timeout: 120_000 });
    return (await page.evaluate("window.collected")) as readonly Loot[];
  } finally {
    await browser.close();
    hostile.stop();
  }
}

/** Everything a page could have changed: pictures, jobs, history. */
async function traces(companion: CompanionHost): Promise<number> {
  const { entries } = (await (await companion.call("/api/v1/history")).json()) as { entries: readonly unknown[] };
  const files = readdirSync(join(companion.dataFolder, "blobs"), { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return entries.length + files.length;
}

const isHealth = ({ attempt }: Loot): boolean => attempt.endsWith("/health");

/** T2: a hostile page in a real browser, with frames that have no origin, as the plugin's own has none. */
export const hostileBrowser: Measurement = {
  id: "T2",
  name: "browser",
  title: "A hostile page in Chromium: frames without origin, rebound names, forms, sockets",
  counts: { suite: 1, full: 1 },
  browser: true,
  measure: async () => {
    const companion = await startCompanionHost();
    const loot = await lootOf(companion);
    const changed = await traces(companion);
    const withToken = await lootOf(companion, companion.token);
    const { bugs } = await companion.state();
    await companion.stop();
    const stolen = loot.filter((l) => l.read > 0 && !isHealth(l));
    for (const { frame, attempt, outcome } of stolen) process.stderr.write(`read by a stranger: ${frame}: ${attempt} ${outcome}\n`);
    const figures: Figure[] = [
      { what: "attempts", value: loot.length, atLeast: 300 },
      {
        what: "attempts that reached us (answers read, all but one kind refusals)",
        value: loot.filter((l) => /^\d+$/.test(l.outcome)).length,
        atLeast: 60,
      },
      { what: "bytes read beyond /health", value: stolen.reduce((sum, l) => sum + l.read, 0), atMost: 0 },
      { what: "pictures, jobs and versions made", value: changed, atMost: 0 },
      { what: "with the token: requests and sockets that work", value: withToken.filter((l) => l.read > 0).length, atLeast: 12 },
      { what: "exceptions nobody caught", value: bugs.length, atMost: 0 },
    ];
    return figures;
  },
};
