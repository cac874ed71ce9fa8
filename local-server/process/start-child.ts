import { type ChildProcess, fork } from "node:child_process";
import { getCompileCacheDir } from "node:module";
import { dirname } from "node:path";
import type { FromChild } from "./wire.ts";

export interface ChildProgram {
  readonly entry: URL;
  readonly args: readonly string[];
  readonly nodeFlags: readonly string[];
  readonly env: NodeJS.ProcessEnv;
}

export interface ChildListeners {
  frame(frame: FromChild): void;
  /** Called once, however the child ended. */
  death(code: number | null, signal: string | null): void;
}

/** Where we keep compiled modules, if we do: a child starts in less than half the time with them. The folder told is the one for this version of Node within it. */
function compiledModules(): NodeJS.ProcessEnv {
  const folder = getCompileCacheDir();
  return folder === undefined ? {} : { NODE_COMPILE_CACHE: dirname(folder) };
}

/** Forks a module over an IPC channel that carries bytes; its stderr is ours, so its log lines arrive where ours do. */
export function startChild({ entry, args, nodeFlags, env }: ChildProgram, listeners: ChildListeners): ChildProcess {
  const child = fork(entry, [...args], {
    env: { ...compiledModules(), ...env },
    serialization: "advanced",
    stdio: ["ignore", "ignore", "inherit", "ipc"],
    execArgv: [...nodeFlags],
  });
  let over = false;
  const death = (code: number | null, signal: string | null): void => {
    if (over) return;
    over = true;
    listeners.death(code, signal);
  };
  child.on("message", (frame: FromChild) => listeners.frame(frame));
  child.on("exit", death);
  child.on("error", () => death(null, "spawn"));
  return child;
}

/** Lets the parent end while the child idles; the child ends itself when the channel closes. */
export function letParentEnd(child: ChildProcess, may: boolean): void {
  if (may) {
    child.unref();
    child.channel?.unref();
  } else {
    child.ref();
    child.channel?.ref();
  }
}

export async function endChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.ref();
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  child.kill("SIGKILL");
  await ended;
}
