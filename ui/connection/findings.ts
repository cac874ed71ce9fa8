import { PROTOCOL_VERSION } from "../../protocol/version.ts";
import type { Attempt } from "./companion-health.ts";
import type { Connection } from "./connection-state.ts";
import { PERMISSIONS } from "./diagnosis.ts";
import type { ConnectionEnvironment } from "./environment.ts";

/** What the panel itself knows of the connection: to be copied into a report. Holds no token, no words and no names of layers. */
export interface Findings {
  readonly protocol: number;
  readonly connection: Connection;
  /** Of the last search. */
  readonly attempts: readonly Attempt[];
  /** Whether the sockets go through a window. */
  readonly window: boolean;
  readonly permissions: Readonly<Record<string, string>>;
  readonly delegated: Readonly<Record<string, boolean | "unknown">>;
  readonly ancestors: readonly string[];
  readonly agent: string;
}

export type Known = Pick<Findings, "connection" | "attempts" | "window">;

/** Asks the browser what it allows and puts it beside what is known. */
export async function findings(env: ConnectionEnvironment, known: Known): Promise<Findings> {
  const permissions = await Promise.all(PERMISSIONS.map(async (name) => [name, (await env.permission(name)) ?? "unknown"] as const));
  return {
    protocol: PROTOCOL_VERSION,
    ...known,
    permissions: Object.fromEntries(permissions),
    delegated: Object.fromEntries(PERMISSIONS.map((name) => [name, env.delegated(name) ?? "unknown"])),
    ancestors: env.ancestors,
    agent: env.agent,
  };
}
