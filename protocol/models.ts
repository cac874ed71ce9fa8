import * as v from "valibot";
import { EmendErrorSchema } from "./errors.ts";

/** Names a model card; becomes part of addresses and paths, so its form is narrow. */
export const ModelIdSchema = v.pipe(v.string(), v.regex(/^[a-z0-9](?:[a-z0-9-]|\.(?!\.)){0,78}[a-z0-9]$/));

const Bytes = v.pipe(v.number(), v.integer(), v.minValue(0));

/**
 * A model as it is on this machine. `built-in` comes with Emend; `weights` and `program` are installed by the person; a `set` is what
 * one engine needs, its parts chosen for this machine's memory. States: `missing` nothing there · `partial` a stopped install that
 * goes on where it was · `waiting` behind another install · `installing` · `present` checked when it was installed · `altered` no
 * longer what was installed.
 */
export const ModelViewSchema = v.object({
  id: ModelIdSchema,
  title: v.string(),
  use: v.string(),
  licence: v.string(),
  kind: v.picklist(["built-in", "weights", "program", "set"]),
  state: v.picklist(["missing", "partial", "waiting", "installing", "present", "altered"]),
  /** On disk when installed. */
  bytes: Bytes,
  /** False where the card only estimates and the hub tells the exact size at the start of the install. */
  exact: v.boolean(),
  /** What an install has fetched so far, of `bytes`; set while `installing`, `waiting` or `partial`. */
  done: v.optional(Bytes),
  /** What an install is at. */
  step: v.optional(v.picklist(["download", "check", "unpack"])),
  /** Ids of what belongs to a set on this machine. */
  parts: v.optional(v.array(ModelIdSchema)),
  /** Memory it is meant for, GiB. */
  memory: v.optional(v.object({ vramGiB: v.number(), ramGiB: v.number() })),
  /** Why the last install failed; gone with the next. */
  error: v.optional(EmendErrorSchema),
});
export type ModelView = v.InferOutput<typeof ModelViewSchema>;

/** All models, and what decides between them. */
export const ModelListSchema = v.object({
  models: v.array(ModelViewSchema),
  /** Free where models are installed; absent where it cannot be told. */
  freeBytes: v.optional(Bytes),
  /** Of this machine; `vramGiB` 0 = no usable graphics card known. */
  machine: v.object({ vramGiB: v.number(), ramGiB: v.number(), gpu: v.optional(v.string()) }),
});
export type ModelList = v.InferOutput<typeof ModelListSchema>;
