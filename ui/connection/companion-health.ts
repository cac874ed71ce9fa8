import * as v from "valibot";
import type { ConnectionEnvironment } from "./environment.ts";

const HealthSchema = v.object({ protocol: v.number() });
const PATIENCE_MS = 1500;

/** The protocol version of the companion on `port`, or `undefined` where none answers. Needs no token. */
export async function companionHealth(env: ConnectionEnvironment, port: number, signal: AbortSignal): Promise<number | undefined> {
  const body = await env.getJson(`http://localhost:${port}/health`, AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]));
  const health = v.safeParse(HealthSchema, body);
  return health.success ? health.output.protocol : undefined;
}
