import type { Digest } from "../../../protocol/edit.ts";
import { exhaustive } from "../../../protocol/errors.ts";
import { type Step, step } from "../effect.ts";
import { readySource } from "../layer/layer-state.ts";
import type { UiState } from "../ui-state.ts";
import { draftsOf, withDraft } from "./drafts.ts";
import type { TextEvent } from "./text-event.ts";
import type { Drafts } from "./text-state.ts";

/** The state with the wordings of one picture replaced. */
export const withDrafts = (state: UiState, sha256: Digest, drafts: Drafts): UiState => ({
  ...state,
  text: { ...state.text, drafts: { ...state.text.drafts, [sha256]: drafts } },
});

/** The text list. */
export function reduceText(state: UiState, event: TextEvent): Step {
  const source = readySource(state.work);
  if (!source) return step(state);
  switch (event.type) {
    case "text.edited":
      return step(withDrafts(state, source.sha256, withDraft(draftsOf(state, source), source, event)));
    case "text.reverted":
      return step(withDrafts(state, source.sha256, {}));
    default:
      return exhaustive(event);
  }
}
