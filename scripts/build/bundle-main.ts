import { build } from "esbuild";

/**
 * The plugin's main thread as one script for Figma's sandbox: an IIFE in ES2017, because that engine has been reported to refuse object
 * spread, and with nothing of the browser or of Node in it. Also what the tests run, so they prove the very bundle that ships.
 */
export async function bundleMain(root: string): Promise<string> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ["src/main.ts"],
    bundle: true,
    write: false,
    format: "iife",
    platform: "neutral",
    mainFields: ["module", "main"],
    conditions: ["import"],
    target: "es2017",
    minify: true,
    charset: "ascii",
    legalComments: "none",
    logLevel: "warning",
  });
  return outputFiles[0].text;
}
