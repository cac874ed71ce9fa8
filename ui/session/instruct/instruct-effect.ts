import type { Digest } from "../../../protocol/edit.ts";

/** A newer plan replaces an older one that has not been answered. */
export interface InstructEffect {
  readonly type: "instruct.plan";
  readonly instruction: string;
  /** The picture at hand: rules for its prices come back as a table. */
  readonly source?: Digest | undefined;
  readonly delayMs: number;
}
