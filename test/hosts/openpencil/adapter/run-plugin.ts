import type { ToMain, ToPanel } from "../../../../protocol/bridge.ts";
import type { Engine, EngineGraph } from "./engine.ts";
import { type Host, hostPlugin } from "./figma-host.ts";

type Asked<T = ToMain> = T extends { requestId: number } ? Omit<T, "requestId"> : T;

export interface HostedPlugin extends Host {
  /** Sends a request and gives its answer. */
  ask(message: Asked): Promise<ToPanel>;
}

/** What Figma's sandbox does not have either. */
const HIDDEN = ["window", "document", "process", "require", "globalThis", "fetch", "setTimeout", "TextEncoder"];

const ANSWER_WITHIN_MS = 20_000;

/** Runs the plugin's main script, as built, over a graph of the engine. */
export function runPlugin(engine: Engine, graph: EngineGraph, bundle: string): HostedPlugin {
  const host = hostPlugin(engine, graph);
  new Function("figma", "__html__", ...HIDDEN, bundle)(host.figma, "<p>panel</p>");
  let lastId = 0;
  const ask = async (message: Asked): Promise<ToPanel> => {
    const requestId = ++lastId;
    host.deliver({ ...message, requestId });
    for (const end = Date.now() + ANSWER_WITHIN_MS; Date.now() < end; ) {
      const answer = (host.posted as ToPanel[]).find((m) => "requestId" in m && m.requestId === requestId);
      if (answer) return answer;
      await new Promise((next) => setTimeout(next, 5));
    }
    throw new Error(`no answer to ${message.type}`);
  };
  return { ...host, ask };
}
