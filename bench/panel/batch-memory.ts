/**
 * What a batch of large layers costs the page: the built plugin and panel in the playground (strict document, QuickJS, Chromium), every
 * layer a picture of its own of 4096 × 4096 pixels, results from an engine that answers at once.
 *   node bench/panel/batch-memory.ts [--layers 40] [--side 4096] [--write]
 * The figure is the growth of all page processes together, resident, looked at every 100 ms from before the batch until all results lie on
 * the canvas. Run `npm run build` first. `--write` puts the table into bench/panel/MEMORY.md.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { crc32 } from "node:zlib";
import sharp from "sharp";
import { openBrowser, openPlayground, type Playground } from "../../test/e2e/harness/browser.ts";
import { someResult } from "../../test/fakes/edit-result.ts";
import { RIGHT_TOKEN, ScriptedCompanion } from "../../test/fakes/scripted-companion.ts";
import { resultsHead } from "../results-head.ts";
import { servePlayground } from "./playground-server.ts";
import { RendererMemory, type Resident } from "./renderer-memory.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const WANTED_MB = 400;
const { values } = parseArgs({
  options: {
    layers: { type: "string", default: "40" },
    side: { type: "string", default: "4096" },
    write: { type: "boolean", default: false },
  },
});
const LAYERS = Number(values.layers);
const SIDE = Number(values.side);
const PATCH = { x: SIDE / 4, y: SIDE / 4, width: SIDE / 2, height: SIDE / 4 };

/** In all pages, of that the imitated Figma, of that the panel's frame; and the browser's own process beside them. */
const PARTS = ["all", "host", "panel", "browser"] as const;

const COLUMNS = { all: "all page processes", host: "imitated Figma", panel: "panel's frame", browser: "browser itself, no page" };

const mb = (bytes: number): number => Math.round(bytes / 1e6);

/** A picture that compresses as a photograph does: soft ground with grain. */
async function grainy(width: number, height: number): Promise<Buffer> {
  const raw = Buffer.alloc(width * height * 3);
  let seed = 1;
  for (let y = 0, i = 0; y < height; y++)
    for (let x = 0; x < width; x++, i += 3) {
      seed = (seed * 1103515245 + 12345) & 0x7fffffff;
      const grain = (seed >> 16) & 7;
      raw[i] = ((200 * x) / width + grain) & 255;
      raw[i + 1] = ((200 * y) / height + grain) & 255;
      raw[i + 2] = 120 + grain;
    }
  return sharp(raw, { raw: { width, height, channels: 3 } })
    .png({ compressionLevel: 3 })
    .toBuffer();
}

/** The same pixels as another file: a comment before the end mark. */
function renamed(png: Buffer, n: number): Buffer {
  const words = Buffer.from(`Comment\0layer ${String(n).padStart(4, "0")}`);
  const chunk = Buffer.alloc(words.length + 12);
  chunk.writeUInt32BE(words.length, 0);
  chunk.write("tEXt", 4);
  words.copy(chunk, 8);
  chunk.writeUInt32BE(crc32(chunk.subarray(4, -4)), chunk.length - 4);
  return Buffer.concat([png.subarray(0, -12), chunk, png.subarray(-12)]);
}

/** A companion that has every edit done as soon as it is asked about. */
async function fastCompanion(patch: Buffer): Promise<ScriptedCompanion> {
  const companion = await new ScriptedCompanion().start();
  let jobs = 0;
  companion.answer = (message, say) => {
    if (!("id" in message)) return;
    const reply = (value: object) => say({ type: "reply", id: message.id, value });
    if (message.type === "find") reply({ texts: [], width: SIDE, height: SIDE, timingsMs: {} });
    if (message.type === "engines") reply({ engines: [] });
    if (message.type === "edit") reply({ jobId: `job-${String(++jobs).padStart(8, "0")}` });
    if (message.type === "job.get") {
      const sha256 = companion.keep(renamed(patch, Number(message.jobId.slice(4))));
      const base = someResult();
      const result = {
        ...base,
        source: { ...base.source, width: SIDE, height: SIDE },
        outside: { pixels: 1, changed: 0, maxDiff: 0 },
        patch: { ...PATCH, sha256 },
      };
      reply({ id: message.jobId, status: "done", result });
    }
  };
  return companion;
}

async function addLayers(stage: Playground, folder: string, picture: Buffer): Promise<void> {
  for (let n = 1; n <= LAYERS; n++) {
    const file = join(folder, `layer-${String(n).padStart(2, "0")}.png`);
    writeFileSync(file, renamed(picture, n));
    await stage.page.locator("input[type=file]").setInputFiles(file);
    await stage.page.locator(`.row .name[title="layer-${String(n).padStart(2, "0")}.png"]`).waitFor({ timeout: 60_000 });
    rmSync(file);
  }
}

async function selectLayers({ page }: Playground): Promise<void> {
  const rows = page.locator('.row:has(.name[title^="layer-"][title$=".png"])');
  await rows.first().click();
  for (let i = 1; i < LAYERS; i++) await rows.nth(i).click({ modifiers: ["Shift"] });
}

async function runBatch({ panel }: Playground): Promise<number> {
  await panel.locator(".message .button-primary").click();
  await panel.locator("#batch-instruction").fill("Replace “¥199” with “¥169”");
  const began = Date.now();
  await panel.locator(".foot .button-primary").click();
  await panel.getByText(`${LAYERS} of ${LAYERS} done`).waitFor({ timeout: 20 * 60_000 });
  return (Date.now() - began) / 1000;
}

/** Throws away in every frame what nothing names any more, so that a figure says what is held. */
async function collectGarbage({ page }: Playground): Promise<void> {
  for (const frame of page.frames()) {
    // A frame in the page's own process has no session of its own: the page's one collects for it.
    const session = await page
      .context()
      .newCDPSession(frame)
      .catch(() => undefined);
    await session?.send("HeapProfiler.collectGarbage");
    await session?.detach();
  }
}

/** What is held once memory no longer falls. */
async function settled(memory: RendererMemory, stage: Playground): Promise<Resident> {
  let least = await memory.now();
  for (let calm = 0; calm < 3; ) {
    await collectGarbage(stage);
    await new Promise((next) => setTimeout(next, 1000));
    const now = await memory.now();
    calm = now.all < least.all - 5e6 ? 0 : calm + 1;
    if (now.all < least.all) least = now;
  }
  return least;
}

const folder = mkdtempSync(join(tmpdir(), "emend-batch-"));
const [picture, patch] = await Promise.all([grainy(SIDE, SIDE), grainy(PATCH.width, PATCH.height)]);
const companion = await fastCompanion(patch);
const server = await servePlayground(join(ROOT, "dist/playground"), companion.port);
const browser = await openBrowser();
try {
  const stage = await openPlayground(browser, { address: `${server.address}#token=${RIGHT_TOKEN}` });
  await addLayers(stage, folder, picture);
  await selectLayers(stage);
  const memory = await RendererMemory.of(browser);
  const before = await settled(memory, stage);
  const watch = memory.watch();
  const seconds = await runBatch(stage);
  const most = await watch.stop();
  const after = await settled(memory, stage);
  const kept = LAYERS * patch.length;
  const failed = await stage.panel.getByText("failed", { exact: true }).count();
  const row = (name: string, cell: (part: (typeof PARTS)[number]) => string, wanted = ""): string =>
    `| ${[name, ...PARTS.map(cell), wanted].join(" | ")} |`;
  const grown = (to: Resident) => (part: (typeof PARTS)[number]) => `${mb(to[part])} MB, growth **${mb(to[part] - before[part])} MB**`;
  const table = [
    `${LAYERS} layers, each ${SIDE} × ${SIDE}, a PNG of ${mb(picture.length)} MB of its own; ${LAYERS - failed} placed in ${seconds.toFixed(0)} s; ${(await stage.errors()).length} errors in page, panel and plugin.`,
    "",
    row("resident", (part) => COLUMNS[part], "wanted"),
    "|---|---|---|---|---|---|",
    row(`before the batch, ${LAYERS} layers in the document`, (part) => `${mb(before[part])} MB`),
    row("most during the batch (each column's own)", grown(most), `growth of all ≤ ${WANTED_MB} MB`),
    row("after", grown(after)),
    "",
    "The imitated Figma keeps the document's encoded pictures as Blobs: the browser holds them outside the pages, as Figma holds a file's",
    "images outside the plugin. They are the last column, whose growth is not part of the wanted figure; whatever a page reads of them is in",
    `the page's. The results the document keeps are ${LAYERS} × ${(patch.length / 1e6).toFixed(1)} = ${mb(kept)} MB.`,
  ].join("\n");
  console.log(table);
  if (values.write) {
    const head = resultsHead(`npm run bench:memory -- --layers ${LAYERS} --side ${SIDE} --write`, `${LAYERS} layers`);
    writeFileSync(`${ROOT}/bench/panel/MEMORY.md`, `# What a batch of large layers costs the page\n\n${head}\n\n${table}\n`);
  }
} finally {
  await browser.close();
  server.close();
  await companion.stop();
  rmSync(folder, { recursive: true, force: true });
}
