import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const MAIN = fileURLToPath(new URL("../../../local-server/main.ts", import.meta.url));

/** The companion as shipped, at the most talkative level, everything it says kept. */
export interface WatchedCompanion {
  readonly port: number;
  readonly token: string;
  readonly pid: number;
  /** Lines of the log; what is said to the person at the terminal is not among them. */
  log(): readonly string[];
  stop(): Promise<void>;
}

const isLogLine = (line: string): boolean => line.startsWith('{"time"');

async function firstLine(child: ChildProcess): Promise<string> {
  let text = "";
  for await (const part of child.stdout ?? []) {
    text += String(part);
    if (text.includes("\n")) break;
  }
  return text.split("\n")[0] ?? "";
}

export async function serveWatched(dataFolder: string, env: Readonly<Record<string, string>>): Promise<WatchedCompanion> {
  const words = [MAIN, "serve", "--port", "0", "--json", "--data", dataFolder];
  const child = spawn(process.execPath, words, { stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, ...env, EMEND_LOG: "debug" } });
  let said = "";
  child.stderr.on("data", (part) => (said += part));
  const { port, pid, open } = JSON.parse(await firstLine(child)) as { port: number; pid: number; open: string };
  return {
    port,
    pid,
    token: open.split("#token=")[1] ?? "",
    log: () => said.split("\n").filter(isLogLine),
    stop: async () => {
      const ended = once(child, "exit");
      process.kill(pid, "SIGTERM");
      await ended;
    },
  };
}

/** Command lines and environments of a process and all below it, where the system shows them (Linux); nothing elsewhere. */
export function processTexts(pid: number): readonly string[] {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").split(" ").filter(Boolean).map(Number);
    const own = ["cmdline", "environ"].map((name) => readFileSync(`/proc/${pid}/${name}`, "utf8"));
    return [...own, ...children.flatMap(processTexts)];
  } catch {
    return [];
  }
}

/** Every file below a folder with its bytes. */
export function filesBelow(folder: string): readonly (readonly [name: string, bytes: Buffer])[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return entries.map(({ parentPath, name }) => [name, readFileSync(join(parentPath, name))]);
}
