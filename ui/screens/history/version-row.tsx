import { useEffect, useRef } from "preact/hooks";
import type { HistoryEntry } from "../../../protocol/history.ts";
import type { Language } from "../../../protocol/language.ts";
import { Badge } from "../../components/badge.tsx";
import { memo } from "../../components/memo.tsx";
import { PictureCanvas } from "../../components/picture-canvas.tsx";
import { useMessages } from "../../i18n/messages.ts";
import { timeIn } from "../../i18n/time-in.ts";
import { usePanelTools } from "../../panel-context.ts";
import { isFlagged } from "../../session/history/history-state.ts";
import { versionWords } from "../../session/history/version-words.ts";
import type { PictureId } from "../../session/layer/layer-state.ts";

export interface VersionRowProps {
  readonly entry: HistoryEntry;
  /** Its small picture, once it was fetched. */
  readonly thumb: PictureId | undefined;
  readonly language: Language;
}

/** What a person should know of a version before opening it. */
function Marks({ entry }: { readonly entry: HistoryEntry }) {
  const m = useMessages();
  const { result, review } = entry;
  return (
    <span class="badges">
      <Badge tone={result.outside.changed === 0 ? "good" : "bad"}>{m.result.outsideShort(result.outside.changed)}</Badge>
      {isFlagged(entry) && <Badge tone="warn">{m.history.flagged}</Badge>}
      {review && <Badge tone={review.decision === "approve" ? "good" : "warn"}>{m.history.decisions[review.decision]}</Badge>}
    </span>
  );
}

/** Asks for the picture when the row comes into view. */
function useSeen(id: number, thumb: PictureId | undefined) {
  const { dispatch } = usePanelTools();
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (!row.current || thumb !== undefined) return;
    const watcher = new IntersectionObserver((seen) => {
      if (!seen.some((s) => s.isIntersecting)) return;
      watcher.disconnect();
      dispatch({ type: "history.seen", id });
    });
    watcher.observe(row.current);
    return () => watcher.disconnect();
  }, [dispatch, id, thumb]);
  return row;
}

function Row({ entry, thumb, language }: VersionRowProps) {
  const { dispatch } = usePanelTools();
  const m = useMessages().history;
  const { id, result, createdAt } = entry;
  return (
    <li ref={useSeen(id, thumb)}>
      <button type="button" class="version" onClick={() => dispatch({ type: "history.opened", id })}>
        <span class="version-picture">{thumb !== undefined && <PictureCanvas picture={thumb} />}</span>
        <span class="version-facts">
          <span class="version-words">{versionWords(entry) || m.unnamed}</span>
          <span class="hint">
            {timeIn(language, "short", createdAt)} · {result.engine}
          </span>
          <Marks entry={entry} />
        </span>
      </button>
    </li>
  );
}

/** One version: what was changed, small, and what was asked. */
export const VersionRow = memo(Row);
