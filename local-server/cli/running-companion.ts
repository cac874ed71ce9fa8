import * as v from "valibot";
import { PROTOCOL_VERSION } from "../../protocol/version.ts";
import { readCompanionFile } from "../store/companion-file.ts";

const HealthSchema = v.object({ name: v.literal("emend"), protocol: v.literal(PROTOCOL_VERSION) });
const HEALTH_TIMEOUT_MS = 1000;

/** The fragment of an address never leaves the browser, so the token is in no request, log or Referer. */
export const linkOf = (port: number, token: string): string => `http://localhost:${port}/#token=${token}`;

/** The port of the companion that runs on this data folder, `undefined` where none answers. */
export async function runningPort(dataFolder: string): Promise<number | undefined> {
  const where = await readCompanionFile(dataFolder);
  if (where === undefined) return undefined;
  const health = await fetch(`http://127.0.0.1:${where.port}/health`, { signal: AbortSignal.timeout(HEALTH_TIMEOUT_MS) })
    .then((response) => response.json())
    .catch(() => undefined);
  return v.is(HealthSchema, health) ? where.port : undefined;
}
