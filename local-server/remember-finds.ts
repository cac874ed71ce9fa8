import type { Digest, FindResult } from "../protocol/edit.ts";
import type { Result } from "../protocol/errors.ts";
import type { Rect } from "../protocol/geometry.ts";

export type Find = (source: Digest, signal: AbortSignal, region?: Rect<"image">) => Promise<Result<FindResult>>;

const MOST = 64;

/**
 * Answers for pictures asked about before: the same bytes hold the same texts, and a designer selects the same layers again and
 * again. A part of a picture is read anew every time. A find whose worker was stopped under it (a neighbour's edit that ignored its cancel) is made once more.
 */
export function rememberFinds(find: Find): Find {
  const known = new Map<Digest, Result<FindResult>>();
  return async (source, signal, region) => {
    if (region !== undefined) return find(source, signal, region);
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
