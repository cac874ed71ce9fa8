import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Finished } from "../../cli/run-emend.ts";

const MAIN = fileURLToPath(new URL("../../../local-server/main.ts", import.meta.url));

/** The shipped command line on a data folder. */
export function emendIn(dataFolder: string, words: readonly string[]): Promise<Finished> {
  const child = spawn(process.execPath, [MAIN, ...words, "--data", dataFolder], { stdio: ["ignore", "pipe", "pipe"] });
  let [out, err] = ["", ""];
  child.stdout.on("data", (data) => (out += data));
  child.stderr.on("data", (data) => (err += data));
  return new Promise((resolve) => child.on("close", (code) => resolve({ code, out, err })));
}
