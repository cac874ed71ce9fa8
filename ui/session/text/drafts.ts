import type { Source } from "../layer/layer-state.ts";
import type { UiState } from "../ui-state.ts";
import { type Drafts, NO_MARKS, type TextMarks } from "./text-state.ts";

const NONE: Drafts = {};

/** The wordings typed for this source. */
export const draftsOf = (state: UiState, source: Source): Drafts => state.text.drafts[source.sha256] ?? NONE;

/** What was done to the rows of this source. */
export const marksOf = (state: UiState, source: Source): TextMarks => state.text.marks[source.sha256] ?? NO_MARKS;

/** Drafts with row `index` reading `text`; a row that reads as found is no draft. */
export function withDraft(drafts: Drafts, source: Source, row: { readonly index: number; readonly text: string }): Drafts {
  const { [row.index]: _previous, ...others } = drafts;
  return source.texts[row.index]?.string === row.text ? others : { ...others, [row.index]: row.text };
}

/** Row numbers after row `gone` was taken out: those behind it move up. */
export const movedUp = (rows: readonly number[], gone: number): readonly number[] =>
  rows.filter((row) => row !== gone).map((row) => (row > gone ? row - 1 : row));

/** Drafts after row `gone` was taken out. */
export function draftsWithout(drafts: Drafts, gone: number): Drafts {
  const entries = Object.entries(drafts).map(([row, text]) => [Number(row), text] as const);
  return Object.fromEntries(entries.filter(([row]) => row !== gone).map(([row, text]) => [row > gone ? row - 1 : row, text]));
}

export interface Change {
  readonly index: number;
  readonly from: string;
  readonly to: string;
  /** Comes as live text; then the wording may be the old one. */
  readonly live: boolean;
  /** Its box was drawn by a person. */
  readonly drawn: boolean;
}

/** The rows to be changed, in the list's order: another wording, or live text. Surrounding spaces are not a change of their own. */
export function changesOf(source: Source, drafts: Drafts, marks: TextMarks = NO_MARKS): readonly Change[] {
  return source.texts.flatMap(({ string }, index) => {
    const to = drafts[index]?.trim() ?? string;
    const live = marks.live.includes(index) && to !== "";
    return string === "" || (to === string && !live) ? [] : [{ index, from: string, to, live, drawn: marks.drawn.includes(index) }];
  });
}
