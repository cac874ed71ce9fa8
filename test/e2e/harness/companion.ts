import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));

export interface RunningCompanion {
  readonly url: string;
  readonly port: number;
  /** The address with the token, as a person gets it. */
  readonly open: string;
  readonly data: string;
  /** Ends the process and waits for it; the data folder stays. */
  stop(): Promise<void>;
  /** Ends the process as a crash would. */
  kill(): Promise<void>;
  /** Ends the process and removes the data folder. */
  dispose(): Promise<void>;
}

async function firstLine(child: ChildProcess): Promise<string> {
  const lines = createInterface({ input: child.stdout! });
  const ended = once(child, "exit").then(([code]) => Promise.reject(new Error(`the companion ended with ${code} before it was ready`)));
  const [line] = (await Promise.race([once(lines, "line"), ended])) as [string];
  lines.close();
  child.stdout!.resume();
  return line;
}

export interface CompanionOptions {
  /** Default: a free one. */
  readonly port?: number;
  /** Default: one of its own. */
  readonly data?: string;
  /** Beside this process's own environment. */
  readonly env?: Readonly<Record<string, string>>;
}

/** Starts the real companion as a person would. */
export async function startCompanion(options: CompanionOptions = {}): Promise<RunningCompanion> {
  const data = options.data ?? (await mkdtemp(join(tmpdir(), "emend-e2e-")));
  const args = ["local-server/main.ts", "serve", "--port", String(options.port ?? 0), "--data", data, "--json"];
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ["ignore", "pipe", "ignore"], env: { ...process.env, ...options.env } });
  const { url, port, open } = JSON.parse(await firstLine(child)) as Pick<RunningCompanion, "url" | "port" | "open">;
  const stop = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill("SIGTERM");
    await once(child, "exit");
  };
  const kill = async (): Promise<void> => {
    child.kill("SIGKILL");
    if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
  };
  const dispose = async (): Promise<void> => {
    await stop();
    await rm(data, { recursive: true, force: true });
  };
  return { url, port, open, data, stop, kill, dispose };
}
