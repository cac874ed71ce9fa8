import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { CliTools } from "../../local-server/cli/cli-context.ts";
import { runCli } from "../../local-server/cli/run-cli.ts";
import { createFakeEngine } from "../fakes/engine.ts";
import { fakePlan } from "../fakes/plan.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
/** The command line as shipped, and the same with the fake engine. */
export const ENTRIES = { real: join(ROOT, "local-server/main.ts"), fake: join(ROOT, "test/fakes/cli.ts") } as const;

/** The tools of tests: the fake engine, a planner that understands `from -> to`. */
export const FAKE_TOOLS: CliTools = {
  createEngines: async () => [createFakeEngine()],
  engineNames: ["fake"],
  loadPlanner: async () => fakePlan,
  workerEntry: new URL("../fakes/edit-worker.ts", import.meta.url),
};

export interface Finished {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** A folder of its own to work in, removed by `dispose`. */
export function workFolder(): { readonly path: string; file(name: string): string; dispose(): void } {
  const path = mkdtempSync(join(tmpdir(), "emend-cli-"));
  return { path, file: (name) => join(path, name), dispose: () => rmSync(path, { recursive: true, force: true }) };
}

export function startEmend(
  words: readonly string[],
  { folder, entry = "real" }: { folder: string; entry?: keyof typeof ENTRIES },
): ChildProcess {
  const env = { PATH: process.env.PATH, HOME: folder, EMEND_DATA: join(folder, "data") };
  return spawn(process.execPath, [ENTRIES[entry], ...words], { cwd: folder, env, stdio: ["ignore", "pipe", "pipe"] });
}

/** Runs one command line to its end. */
export function runEmend(words: readonly string[], where: { folder: string; entry?: keyof typeof ENTRIES }): Promise<Finished> {
  const child = startEmend(words, where);
  let [out, err] = ["", ""];
  child.stdout?.on("data", (data) => (out += data));
  child.stderr?.on("data", (data) => (err += data));
  return new Promise((resolve) => child.on("close", (code) => resolve({ code, out, err })));
}

/** The same in this process, for many small cases: only the process boundary is missing. */
export async function runEmendHere(
  words: readonly string[],
  folder: string,
  more: Readonly<Record<string, string>> = {},
): Promise<Finished> {
  let [out, err] = ["", ""];
  const stdout = { write: (text: string) => (out += text) };
  const stderr = { write: (text: string) => (err += text) };
  const env = { HOME: folder, EMEND_DATA: join(folder, "data"), ...more };
  const code = await runCli(words, {
    process: { env, cwd: () => folder, stdout, stderr },
    tools: FAKE_TOOLS,
    signal: new AbortController().signal,
  });
  return { code, out, err };
}
