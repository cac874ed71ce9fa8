import { useEffect } from "preact/hooks";
import type { MadeLayer } from "../../../protocol/bridge.ts";
import { Button } from "../../components/button.tsx";
import { ConnectionTrouble } from "../../components/connection-trouble.tsx";
import { ErrorCard } from "../../components/error-card.tsx";
import { Segments } from "../../components/segments.tsx";
import { useMessages } from "../../i18n/messages.ts";
import { usePanel, usePanelTools } from "../../panel-context.ts";
import { groupsOf } from "../../session/history/groups-of.ts";
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

/** The layer the versions beneath were made from, and the way to what lies over it. */
function GroupHead({ layer }: { readonly layer: MadeLayer }) {
  const { dispatch } = usePanelTools();
  const m = useMessages().history;
  return (
    <div class="rounds">
      <h2>
        {layer.sourceName} <span class="hint">{layer.page}</span>
      </h2>
      <Button kind="quiet" onClick={() => dispatch({ type: "history.reveal", nodeId: layer.nodeId })}>
        {m.reveal}
      </Button>
    </div>
  );
}

function Versions() {
  const { state, dispatch } = usePanel();
  const m = useMessages().history;
  const { entries, error, more, loading, thumbs } = state.history;
  const groups = groupsOf(state.history);
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
      {groups.map(({ layer, entries: own }) => (
        <>
          {layer && <GroupHead key={layer.nodeId} layer={layer} />}
          <ul class="versions" aria-label={layer?.sourceName ?? m.list}>
            {own.map((entry) => (
              <VersionRow key={entry.id} entry={entry} thumb={thumbs[entry.result.patch.sha256]} language={state.language} />
            ))}
          </ul>
        </>
      ))}
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
