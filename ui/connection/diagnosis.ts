import type { Diagnosis } from "./connection-state.ts";
import type { ConnectionEnvironment } from "./environment.ts";

/** Chrome 145 split the permission; the older name stayed as an alias. */
export const PERMISSIONS = ["loopback-network", "local-network-access"] as const;

type Gate = Pick<ConnectionEnvironment, "permission" | "delegated" | "ancestors">;

const LOOPBACK = /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;

async function askedState(gate: Gate): Promise<PermissionState | undefined> {
  for (const name of PERMISSIONS) {
    const state = await gate.permission(name);
    if (state !== undefined) return state;
  }
  return undefined;
}

/**
 * Why no port answered. A request stopped by the browser's Local Network Access looks like one nobody answers,
 * so the browser is asked what it would allow. One that does not know the permission, and lets every request wait (`allLate`), may be
 * asking the person. Pages that are local themselves are never gated.
 */
export async function diagnose(gate: Gate, allLate = false): Promise<Diagnosis> {
  if (gate.ancestors.some((origin) => LOOPBACK.test(origin))) return "not_running";
  const state = await askedState(gate);
  if (state === "prompt") return "asking";
  if (state !== "denied") return state === undefined && allLate ? "asking" : "not_running";
  const known = PERMISSIONS.map((name) => gate.delegated(name)).filter((answer) => answer !== undefined);
  return known.length > 0 && known.every((answer) => !answer) ? "not_delegated" : "denied_by_person";
}
