import type { Operation } from "../../protocol/plan.ts";
import type { Phrase } from "./phrase/phrase.ts";
import type { Doubt, Reading } from "./reading.ts";

/** What has been understood so far, clause by clause. */
export interface Draft {
  readonly operations: Operation[];
  /** How many of them earlier rounds asked for. */
  earlier: number;
  /** A place said before the operation it belongs to. */
  pending: Extract<Reading, { does: "place" }> | undefined;
  /** The clause of the last operation when a following piece may belong to its unquoted words. */
  open: Phrase | undefined;
  openCount: number;
  doubt: { readonly reason: Doubt; readonly words: string } | undefined;
  kept: boolean;
  /** The wishes to keep so far, folded. */
  readonly keeps: string[];
  /** What was just taken back: the next order says it anew, perhaps without its name. */
  taken: Operation | undefined;
  /** The last remark, to be asked about where nothing else was said. */
  remark: string | undefined;
}

export const emptyDraft = (): Draft => ({
  operations: [],
  earlier: 0,
  pending: undefined,
  open: undefined,
  openCount: 0,
  doubt: undefined,
  kept: false,
  keeps: [],
  taken: undefined,
  remark: undefined,
});
