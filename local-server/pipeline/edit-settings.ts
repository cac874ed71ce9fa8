import { createHash } from "node:crypto";
import { canonicalJson } from "../../imaging/compositing/canonical-json.ts";
import type { Digest, EditRequest } from "../../protocol/edit.ts";

/** Of parts one after the other. */
export function sha256(...parts: readonly (Uint8Array | string)[]): Digest {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest("hex");
}

/** The seed where none is asked for: fixed, so that the same request gives the same result. */
export const DEFAULT_SEED = 0;

/** Everything but the source that determines a result, defaults filled in. `options.cache` only says where it may come from, `allow` where it may go, `options.preview` what is shown meanwhile. */
export const settingsOf = (request: EditRequest): Readonly<Record<string, unknown>> => ({
  ...request,
  source: undefined,
  allow: undefined,
  engine: request.engine ?? "auto",
  seed: request.seed ?? DEFAULT_SEED,
  variants: request.variants ?? 1,
  options: { ...request.options, cache: undefined, preview: undefined },
});

/** Names a result before it is made; `revision` stands for the code that makes it. */
export function cacheKeyOf(request: EditRequest, revision: string): string {
  return sha256(canonicalJson({ revision, source: request.source, settings: settingsOf(request) }));
}
