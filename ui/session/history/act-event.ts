import type { Decision } from "../../../protocol/history.ts";

/** What a person asks to be done about the version that is open. */
export type ActEvent =
  | { readonly type: "history.place" }
  | { readonly type: "history.again" }
  /** Opens what made the version to be corrected; the result takes the version's place. */
  | { readonly type: "history.fix" }
  | { readonly type: "history.decide"; readonly decision: Decision; readonly note: string };
