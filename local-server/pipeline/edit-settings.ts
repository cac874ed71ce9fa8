import { createHash } from "node:crypto";
import type { Digest, EditRequest } from "../../protocol/edit.ts";

export const sha256 = (bytes: Uint8Array | string): Digest => createHash("sha256").update(bytes).digest("hex");

/** The seed where none is asked for: fixed, so that the same request gives the same result. */
export const DEFAULT_SEED = 0;

/** JSON with sorted keys and without absent fields: one text for one meaning. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).filter(([, held]) => held !== undefined);
  return `{${entries
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, held]) => `${JSON.stringify(key)}:${canonicalJson(held)}`)
    .join(",")}}`;
}

/** Everything but the source that determines a result, defaults filled in. `options.cache` only says where it may come from. */
export const settingsOf = (request: EditRequest): Readonly<Record<string, unknown>> => ({
  ...request,
  source: undefined,
  engine: request.engine ?? "auto",
  seed: request.seed ?? DEFAULT_SEED,
  variants: request.variants ?? 1,
  options: { ...request.options, cache: undefined },
});

/** Names a result before it is made; `revision` stands for the code that makes it. */
export function cacheKeyOf(request: EditRequest, revision: string): string {
  return sha256(canonicalJson({ revision, source: request.source, settings: settingsOf(request) }));
}
