import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";

/** Real programs to test against, named by the person; a test without its program is skipped and says which variable names it. */
export function needs(...names: readonly string[]): { readonly timeout: number; readonly skip: string | false } {
  const missing = names.filter((name) => !process.env[name]);
  return { timeout: 10 * 60_000, skip: missing.length > 0 ? `set ${missing.join(" and ")} (see test/peers/README.md)` : false };
}

export const named = (name: string): string => process.env[name] ?? "";

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as AddressInfo;
  probe.close();
  return port;
}

export interface RunningPeer {
  readonly url: string;
  /** Ends it as a crash does. */
  kill(): Promise<void>;
}

/** Starts a ComfyUI from its folder and waits until it answers. */
export async function startComfyUi(): Promise<RunningPeer> {
  const port = await freePort();
  const more = named("EMEND_PEER_COMFYUI_ARGS").split(" ").filter(Boolean);
  const args = ["main.py", "--listen", "127.0.0.1", "--port", String(port), "--preview-method", "latent2rgb", ...more];
  const child: ChildProcess = spawn(named("EMEND_PEER_COMFYUI_PYTHON"), args, { cwd: named("EMEND_PEER_COMFYUI_FOLDER"), stdio: "ignore" });
  const url = `http://127.0.0.1:${port}`;
  const ended = once(child, "exit");
  const kill = async (): Promise<void> => {
    child.kill("SIGKILL");
    await ended;
  };
  for (let i = 0; i < 600 && child.exitCode === null; i++) {
    const answer = await fetch(`${url}/system_stats`).catch(() => undefined);
    if (answer?.ok === true) return { url, kill };
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  await kill();
  throw new Error("ComfyUI did not start");
}
