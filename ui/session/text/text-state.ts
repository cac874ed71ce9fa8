import type { Digest } from "../../../protocol/edit.ts";

/** New wordings by row of the text list; only rows that differ from what was found. */
export type Drafts = Readonly<Record<number, string>>;

/** What was done to the rows of one picture. */
export interface TextMarks {
  /** Rows that come as live text. */
  readonly live: readonly number[];
  /** Rows whose box a person drew or moved: found again by their place. */
  readonly drawn: readonly number[];
}

export interface TextState {
  readonly drafts: Readonly<Record<Digest, Drafts>>;
  readonly marks: Readonly<Record<Digest, TextMarks>>;
  /** The row whose box is being corrected. */
  readonly boxed: number | undefined;
  /** A drag on the preview draws a new box. */
  readonly drawing: boolean;
  /** Rows being read again. */
  readonly reading: readonly number[];
}

export const INITIAL_TEXT: TextState = { drafts: {}, marks: {}, boxed: undefined, drawing: false, reading: [] };
export const NO_MARKS: TextMarks = { live: [], drawn: [] };
