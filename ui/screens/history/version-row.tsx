import { useEffect, useRef } from "preact/hooks";
import type { HistoryEntry } from "../../../protocol/history.ts";
import { Badge } from "../../components/badge.tsx";
import { PictureCanvas } from "../../components/picture-canvas.tsx";
import { useMessages } from "../../i18n/messages.ts";
import { usePanel } from "../../panel-context.ts";
import { isFlagged } from "../../session/history/history-state.ts";
import { versionWords } from "../../session/history/version-words.ts";

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

/** One version: what was changed, small, and what was asked. Its picture is fetched when the row comes into view. */
export function VersionRow({ entry }: { readonly entry: HistoryEntry }) {
  const { state, dispatch } = usePanel();
  const m = useMessages().history;
  const row = useRef<HTMLLIElement>(null);
  const { id, result, createdAt } = entry;
  const thumb = state.history.thumbs[result.patch.sha256];
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
  return (
    <li ref={row}>
      <button type="button" class="version" onClick={() => dispatch({ type: "history.opened", id })}>
        <span class="version-picture">{thumb !== undefined && <PictureCanvas picture={thumb} />}</span>
        <span class="version-facts">
          <span class="version-words">{versionWords(entry) || m.unnamed}</span>
          <span class="hint">
            {new Date(createdAt).toLocaleString(state.language, { dateStyle: "short", timeStyle: "short" })} · {result.engine}
          </span>
          <Marks entry={entry} />
        </span>
      </button>
    </li>
  );
}
