import { runCompanion } from "../../fakes/running-companion.ts";

/** A companion with the fake engine in a process of its own, so that its death, its bugs and its memory can be seen from outside. */
export interface HostState {
  readonly heapBytes: number;
  readonly residentBytes: number;
  /** Exceptions and rejections nobody caught. */
  readonly bugs: readonly string[];
}

export type FromHost =
  | { readonly type: "ready"; readonly port: number; readonly token: string; readonly dataFolder: string }
  | { readonly type: "state"; readonly state: HostState };

const bugs: string[] = [];
const remember = (error: unknown): void => void bugs.push(error instanceof Error ? (error.stack ?? error.message) : String(error));
process.on("uncaughtException", remember);
process.on("unhandledRejection", remember);

const tell = (message: FromHost): void => void process.send?.(message);

/** After collecting garbage, so that what is counted is what is held. */
function state(): HostState {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers, rss } = process.memoryUsage();
  return { heapBytes: heapUsed + arrayBuffers, residentBytes: rss, bugs };
}

const running = await runCompanion();
process.on("message", (word) => {
  if (word === "state") tell({ type: "state", state: state() });
  if (word === "stop") void running.stop().then(() => process.exit(0));
});
process.on("disconnect", () => process.exit(0));
tell({ type: "ready", port: running.port, token: running.token, dataFolder: running.dataFolder });
