import { fork } from "node:child_process";
import { once } from "node:events";

export interface HonestReport {
  readonly latencies: readonly number[];
  /** Whether its connection was left alone. */
  readonly open: boolean;
}

/** Starts the honest client; `finish` ends it and gives what it lived through. */
export async function startHonestClient(port: number, token: string): Promise<{ finish(): Promise<HonestReport> }> {
  const child = fork(new URL("./honest-client.ts", import.meta.url), [String(port), token], { execArgv: [] });
  await once(child, "message");
  return {
    finish: async () => {
      const report = once(child, "message");
      child.send("finish");
      const [told] = (await report) as [HonestReport];
      return told;
    },
  };
}
