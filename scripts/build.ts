/**
 * Builds what runs inside Figma and in the browser.
 *   node scripts/build.ts                  everything
 *   node scripts/build.ts main ui          only these parts (main, ui, fonts, playground)
 * `dist/` can be imported in Figma as it is (Plugins → Development → Import plugin from manifest…), and so can the repository's own
 * manifest. The companion needs no build: Node runs its TypeScript directly; it only finds fonts
 * faster with the index of their glyphs.
 */
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { buildGlyphIndex } from "./build/build-glyph-index.ts";
import { bundleMain } from "./build/bundle-main.ts";
import { bundlePanel } from "./build/bundle-panel.ts";
import { distManifest } from "./build/manifest.ts";
import { type OutputSize, writeOutput } from "./build/write-output.ts";

const ROOT = resolve(fileURLToPath(new URL(".", import.meta.url)), "..");
const DIST = join(ROOT, "dist");

/** Figma loads the panel anew on every start of the plugin. */
const PANEL_GZIP_LIMIT = 80 * 1024;

const kilobytes = (bytes: number): string => `${(bytes / 1024).toFixed(1)} kB`;

function report(name: string, size: OutputSize): OutputSize {
  console.log(`dist/${name}  ${kilobytes(size.rawBytes)}, ${kilobytes(size.gzipBytes)} gzip`);
  return size;
}

async function buildMain(): Promise<void> {
  report("manifest.json", writeOutput(join(DIST, "manifest.json"), distManifest(ROOT)));
  report("main.js", writeOutput(join(DIST, "main.js"), await bundleMain(ROOT)));
}

async function buildPanel(): Promise<void> {
  const { gzipBytes } = report("ui.html", writeOutput(join(DIST, "ui.html"), await bundlePanel(ROOT)));
  if (gzipBytes > PANEL_GZIP_LIMIT)
    throw new Error(`dist/ui.html is ${kilobytes(gzipBytes)} gzip; the limit is ${kilobytes(PANEL_GZIP_LIMIT)}`);
}

/** `dist/glyph-index.bin`; kept as long as the fonts are the same. */
async function buildFonts(): Promise<void> {
  console.log(`dist/glyph-index.bin  ${kilobytes(buildGlyphIndex())}`);
}

/** `dist/playground/`, which holds copies of the parts above. */
async function buildStage(): Promise<void> {
  const script = join(ROOT, "scripts/build-playground.ts");
  if (!existsSync(script)) return;
  const { buildPlayground } = (await import(pathToFileURL(script).href)) as { buildPlayground: (root: string) => Promise<void> };
  await buildPlayground(ROOT);
}

const PARTS: Record<string, () => Promise<void>> = { main: buildMain, ui: buildPanel, fonts: buildFonts, playground: buildStage };

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => PARTS[name] === undefined);
if (unknown.length > 0) {
  console.error(`unknown part: ${unknown.join(", ")}. Parts: ${Object.keys(PARTS).join(", ")}`);
  process.exit(2);
}
for (const [name, run] of Object.entries(PARTS)) if (wanted.length === 0 || wanted.includes(name)) await run();
