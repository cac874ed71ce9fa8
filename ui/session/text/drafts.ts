import type { Source } from "../layer/layer-state.ts";
import type { UiState } from "../ui-state.ts";
import type { Drafts } from "./text-state.ts";

const NONE: Drafts = {};

/** The wordings typed for this source. */
export const draftsOf = (state: UiState, source: Source): Drafts => state.text.drafts[source.sha256] ?? NONE;

/** Drafts with row `index` reading `text`; a row that reads as found is no draft. */
export function withDraft(drafts: Drafts, source: Source, row: { readonly index: number; readonly text: string }): Drafts {
  const { [row.index]: _previous, ...others } = drafts;
  return source.texts[row.index]?.string === row.text ? others : { ...others, [row.index]: row.text };
}

export interface Change {
  readonly index: number;
  readonly from: string;
  readonly to: string;
}

/** The rows that differ from what was found, in the list's order. Surrounding spaces are not a change of their own. */
export function changesOf(source: Source, drafts: Drafts): readonly Change[] {
  return source.texts.flatMap(({ string }, index) => {
    const to = drafts[index]?.trim();
    return to === undefined || to === string ? [] : [{ index, from: string, to }];
  });
}
