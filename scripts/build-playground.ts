/** Bundles the playground's page into dist/playground: script, style, QuickJS, the sample, and copies of the built plugin. */
import { copyFileSync, mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const require = createRequire(import.meta.url);
const quickJs = (): string => fileURLToPath(import.meta.resolve("@jitl/quickjs-wasmfile-release-sync/wasm"));

/** Files that are copied as they are, by their name in dist/playground. */
const copies = (root: string): Readonly<Record<string, string>> => ({
  "index.html": join(root, "playground/stage/index.html"),
  "stage.css": join(root, "playground/stage/stage.css"),
  "sample-poster.png": join(root, "playground/assets/sample-poster.png"),
  "quickjs.wasm": quickJs(),
  "inter.woff2": require.resolve("@fontsource-variable/inter/files/inter-latin-wght-normal.woff2"),
  "plugin/manifest.json": join(root, "dist/manifest.json"),
  "plugin/main.js": join(root, "dist/main.js"),
  "plugin/ui.html": join(root, "dist/ui.html"),
});

/** Builds dist/playground; the plugin must be in dist/ already. */
export async function buildPlayground(root: string): Promise<void> {
  const out = join(root, "dist/playground");
  mkdirSync(join(out, "plugin"), { recursive: true });
  await build({
    entryPoints: [join(root, "playground/stage/main.ts")],
    outfile: join(out, "stage.js"),
    bundle: true,
    format: "esm",
    platform: "browser",
    target: ["chrome111", "firefox115", "safari16.4"],
    minify: true,
    legalComments: "none",
    logLevel: "warning",
  });
  for (const [name, source] of Object.entries(copies(root))) copyFileSync(source, join(out, name));
}
