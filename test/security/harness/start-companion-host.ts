import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import type { FromHost, HostState } from "./companion-host.ts";

export interface CompanionHost {
  readonly port: number;
  readonly token: string;
  readonly dataFolder: string;
  readonly pid: number;
  /** Whether the process still runs: no attack may end it. */
  alive(): boolean;
  state(): Promise<HostState>;
  /** `fetch` with the token. */
  call(path: string, init?: RequestInit): Promise<Response>;
  stop(): Promise<void>;
}

function heard<T extends FromHost["type"]>(child: ChildProcess, type: T): Promise<Extract<FromHost, { type: T }>> {
  return new Promise((resolve, reject) => {
    const gone = (code: number | null): void => reject(new Error(`the companion ended with ${code}`));
    const listen = (message: FromHost): void => {
      if (message.type !== type) return;
      child.off("message", listen);
      child.off("exit", gone);
      resolve(message as Extract<FromHost, { type: T }>);
    };
    child.on("message", listen);
    child.once("exit", gone);
  });
}

/** Starts a companion with the fake engine in a process of its own; `env` is added to ours. */
export async function startCompanionHost(env: Readonly<Record<string, string>> = {}): Promise<CompanionHost> {
  const child = fork(new URL("./companion-host.ts", import.meta.url), {
    execArgv: ["--expose-gc"],
    stdio: ["ignore", "ignore", "inherit", "ipc"],
    env: { ...process.env, ...env },
  });
  const { port, token, dataFolder } = await heard(child, "ready");
  const alive = (): boolean => child.exitCode === null && child.signalCode === null;
  return {
    port,
    token,
    dataFolder,
    pid: child.pid!,
    alive,
    state: async () => {
      const answer = heard(child, "state");
      child.send("state");
      return (await answer).state;
    },
    call: (path, init = {}) =>
      fetch(`http://127.0.0.1:${port}${path}`, { ...init, headers: { authorization: `Bearer ${token}`, ...init.headers } }),
    stop: async () => {
      if (!alive()) return;
      const ended = once(child, "exit");
      child.send("stop");
      await ended;
    },
  };
}
