/** Why nobody answered. `asking`: the browser has not been told yet whether it may talk to apps on this device. */
export const DIAGNOSES = ["not_running", "asking", "denied_by_person", "not_delegated"] as const;
export type Diagnosis = (typeof DIAGNOSES)[number];

/** Why there is no window to go through: `held_back` by the browser, `silent` nothing of ours came up in it, `closed` by the person. */
export type WindowEnd = "held_back" | "silent" | "closed";

/** Where the panel stands with the companion. Exactly one is true at any time. */
export type Connection =
  | { readonly kind: "searching" }
  /** A companion answers, but this panel has no token for it. */
  | { readonly kind: "unpaired"; readonly port: number }
  /** A companion answers and does not accept our token. */
  | { readonly kind: "refused"; readonly port: number }
  /** A companion of another protocol version answers. */
  | { readonly kind: "mismatch"; readonly port: number; readonly theirs: number }
  | { readonly kind: "unreachable"; readonly diagnosis: Diagnosis; readonly window?: WindowEnd }
  | { readonly kind: "connected"; readonly port: number; readonly companion: string };

/** States of a search that found no usable companion. */
export type Unconnected = Exclude<Connection, { kind: "searching" } | { kind: "connected" }>;

const RANK: Record<Unconnected["kind"], number> = { refused: 3, mismatch: 2, unpaired: 1, unreachable: 0 };

/** The one to tell of when every port said something: the nearer to success, the better. `outcomes` must not be empty. */
export function tellingOutcome(outcomes: readonly Unconnected[]): Unconnected {
  const [first, ...rest] = outcomes;
  if (!first) throw new Error("a search without ports");
  return rest.reduce((best, next) => (RANK[next.kind] > RANK[best.kind] ? next : best), first);
}
