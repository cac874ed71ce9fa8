import type { TextLine } from "../text/types.ts";

/** One line to set anew: the whole line as it shall read (empty = erase), and other ways its original may be written. */
export interface LineEdit {
  readonly line: TextLine;
  readonly text: string;
  /** The original in the person's own spelling, where they gave the whole line. */
  readonly spelled?: string;
}
