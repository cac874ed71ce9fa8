import { useEffect } from "preact/hooks";
import { Button } from "../../components/button.tsx";
import { ConnectionTrouble } from "../../components/connection-trouble.tsx";
import { ErrorCard } from "../../components/error-card.tsx";
import { Segments } from "../../components/segments.tsx";
import { useMessages } from "../../i18n/messages.ts";
import { usePanel } from "../../panel-context.ts";
import { HISTORY_SHELVES } from "../../session/history/history-state.ts";
import { readySource } from "../../session/layer/layer-state.ts";
import { VersionDetail } from "./version-detail.tsx";
import { VersionRow } from "./version-row.tsx";

/** What is said in the place of rows. */
function useEmptyWords(): string {
  const { state } = usePanel();
  const m = useMessages().history;
  const { shelf, search, loading } = state.history;
  if (loading) return m.loading;
  if (shelf === "layer" && !readySource(state.work)) return m.selectLayer;
  return search.trim() === "" ? m.empty[shelf] : m.nothingFound(search.trim());
}

function Versions() {
  const { state, dispatch } = usePanel();
  const m = useMessages().history;
  const { entries, error, more, loading, thumbs } = state.history;
  const empty = useEmptyWords();
  if (error) return <ErrorCard error={error} onRetry={() => dispatch({ type: "history.refresh" })} />;
  if (entries.length === 0) {
    return (
      <p class="hint history-empty" role="status">
        {empty}
      </p>
    );
  }
  return (
    <>
      <ul class="versions" aria-label={m.list}>
        {entries.map((entry) => (
          <VersionRow key={entry.id} entry={entry} thumb={thumbs[entry.result.patch.sha256]} language={state.language} />
        ))}
      </ul>
      {more && (
        <Button disabled={loading} onClick={() => dispatch({ type: "history.more" })}>
          {m.more}
        </Button>
      )}
    </>
  );
}

/** Every version of every edit, by layer or all of them, and those somebody should decide about. */
function VersionList() {
  const { state, dispatch } = usePanel();
  const m = useMessages().history;
  const { shelf, search } = state.history;
  return (
    <div class="edit history">
      <div class="history-head">
        <h1 class="visually-hidden">{m.title}</h1>
        <Segments
          legend={m.which}
          name="history-shelf"
          options={HISTORY_SHELVES.map((value) => [value, m.shelves[value]] as const)}
          value={shelf}
          onChoose={(value) => dispatch({ type: "history.shelf", shelf: value })}
        />
        <input
          class="field"
          type="search"
          aria-label={m.search}
          placeholder={m.search}
          value={search}
          onInput={(event) => dispatch({ type: "history.search", words: event.currentTarget.value })}
        />
      </div>
      <div class="edit-scroll history-list">
        <ConnectionTrouble />
        <Versions />
      </div>
    </div>
  );
}

/** The list, or the one version that is looked at. Asks anew whenever what it depends on has changed. */
export function HistoryScreen() {
  const { state, dispatch } = usePanel();
  const { open } = state.history;
  const layer = readySource(state.work)?.sha256;
  useEffect(() => dispatch({ type: "history.refresh" }), [dispatch, layer]);
  return open ? <VersionDetail key={open.entry.id} open={open} /> : <VersionList />;
}
