import type { Result } from "../../protocol/errors.ts";

/** The frames between a host and its child over Node's IPC channel (structured clone, so bytes travel as `Uint8Array`). */
export type ToChild =
  | { readonly type: "call"; readonly id: number; readonly method: string; readonly params: unknown }
  | { readonly type: "abort"; readonly id: number };

export type FromChild =
  | { readonly type: "event"; readonly id: number; readonly event: unknown }
  | { readonly type: "result"; readonly id: number; readonly result: Result<unknown> };

/** What a child can be asked, by method name. */
export type Methods = Readonly<Record<string, { readonly params: unknown; readonly value: unknown; readonly event: unknown }>>;
