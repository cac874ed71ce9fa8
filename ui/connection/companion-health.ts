import * as v from "valibot";
import type { ConnectionEnvironment } from "./environment.ts";

const HealthSchema = v.object({ protocol: v.number() });
const PATIENCE_MS = 1500;

/** What came of asking one port. */
export interface Attempt {
  readonly port: number;
  /** The protocol version of the companion there; `undefined` where none answered. */
  readonly protocol: number | undefined;
  /** Until the answer, the refusal, or the end of our patience. */
  readonly ms: number;
  /** Nothing came at all: a refusal comes at once, a browser that asks the person first lets one wait. */
  readonly late: boolean;
}

/** Asks `port` whether a companion is there. Needs no token. */
export async function companionHealth(env: ConnectionEnvironment, port: number, signal: AbortSignal): Promise<Attempt> {
  const start = performance.now();
  const patience = AbortSignal.timeout(PATIENCE_MS);
  const body = await env.getJson(`http://localhost:${port}/health`, AbortSignal.any([signal, patience]));
  const health = v.safeParse(HealthSchema, body);
  const protocol = health.success ? health.output.protocol : undefined;
  return { port, protocol, ms: Math.round(performance.now() - start), late: patience.aborted };
}
