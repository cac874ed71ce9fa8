import type { Digest } from "../../../protocol/edit.ts";

/** New wordings by row of the text list; only rows that differ from what was found. */
export type Drafts = Readonly<Record<number, string>>;

export interface TextState {
  readonly drafts: Readonly<Record<Digest, Drafts>>;
}

export const INITIAL_TEXT: TextState = { drafts: {} };
