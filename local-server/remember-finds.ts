import type { Digest, FindResult } from "../protocol/edit.ts";
import type { Result } from "../protocol/errors.ts";

export type Find = (source: Digest, signal: AbortSignal) => Promise<Result<FindResult>>;

const MOST = 64;

/**
 * Answers for pictures asked about before: the same bytes hold the same texts, and a designer selects the same layers again and
 * again. A find whose worker was stopped under it (a neighbour's edit that ignored its cancel) is made once more.
 */
export function rememberFinds(find: Find): Find {
  const known = new Map<Digest, Result<FindResult>>();
  return async (source, signal) => {
    const before = known.get(source);
    if (before !== undefined) return before;
    const first = await find(source, signal);
    const found = !first.ok && first.error.code === "engine_failed" ? await find(source, signal) : first;
    if (!found.ok) return found;
    known.set(source, found);
    if (known.size > MOST) known.delete(known.keys().next().value!);
    return found;
  };
}
