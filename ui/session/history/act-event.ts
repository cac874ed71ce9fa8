import type { Decision } from "../../../protocol/history.ts";

/** What a person asks to be done about the version that is open. */
export type ActEvent =
  | { readonly type: "history.place" }
  | { readonly type: "history.again" }
  | { readonly type: "history.decide"; readonly decision: Decision; readonly note: string };
