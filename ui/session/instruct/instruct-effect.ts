import type { Placement } from "../../../protocol/bridge.ts";
import type { Digest } from "../../../protocol/edit.ts";
import type { Operation } from "../../../protocol/plan.ts";
import type { AreaUse } from "./instruct-state.ts";

export type InstructEffect =
  /** A newer plan replaces an older one that has not been answered. */
  | {
      readonly type: "instruct.plan";
      readonly instruction: string;
      readonly after: readonly Operation[];
      /** The picture at hand: rules for its prices come back as a table. */
      readonly source?: Digest | undefined;
      readonly delayMs: number;
    }
  | { readonly type: "instruct.areas"; readonly use: AreaUse; readonly layerId: string; readonly placement: Placement };
