import { ok, type Result } from "../../protocol/errors.ts";
import { mirrorOf } from "./file-source.ts";
import type { Mirrors } from "./install-model.ts";

type Env = Readonly<Record<string, string | undefined>>;

/** `EMEND_MODEL_MIRROR`: a mirror of the hub; `EMEND_RELEASE_MIRROR`: a server with the release page's API. Code: `bad_usage`. */
export function readMirrors(env: Env, hub: string | undefined = env.EMEND_MODEL_MIRROR): Result<Mirrors> {
  const models = mirrorOf(hub);
  const releases = models.ok ? mirrorOf(env.EMEND_RELEASE_MIRROR) : models;
  return models.ok && releases.ok ? ok({ hub: models.value, releases: releases.value }) : (releases as Result<never>);
}
