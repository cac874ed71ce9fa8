import { AskOnce } from "../../components/ask-once.tsx";
import { Badge } from "../../components/badge.tsx";
import { Button } from "../../components/button.tsx";
import { ConnectionTrouble } from "../../components/connection-trouble.tsx";
import { ErrorCard } from "../../components/error-card.tsx";
import { Segments } from "../../components/segments.tsx";
import { useMessages } from "../../i18n/messages.ts";
import { usePanel } from "../../panel-context.ts";
import { LOCALE_LAYOUTS } from "../../session/localise/localise-state.ts";
import { changedMarkets, marketRun, placeableMarkets } from "../../session/localise/reduce-localise.ts";
import type { LocaleTable } from "../../session/localise/table-text.ts";
import { isUnderWay } from "../../session/runs/runs-state.ts";

/** Every market with how far it is. */
function Markets({ table }: { readonly table: LocaleTable }) {
  const { state } = usePanel();
  const m = useMessages().localise;
  const made = table.locales.flatMap((locale) => marketRun(state, locale) ?? []);
  if (made.length === 0) return null;
  return (
    <ul class="badges markets" aria-label={m.markets}>
      {made.map(({ key, label, phase }) => (
        <li key={key}>
          <Badge tone={phase.kind === "done" ? "good" : phase.kind === "failed" ? "bad" : "quiet"}>
            {label} · {m.states[phase.kind]}
          </Badge>
        </li>
      ))}
    </ul>
  );
}

/** `first`: nothing else is left to do before it. */
function Placing({ first }: { readonly first: boolean }) {
  const { state, dispatch } = usePanel();
  const m = useMessages().localise;
  const { layout, placement } = state.localise;
  const count = placeableMarkets(state).length;
  if (count === 0) return null;
  const busy = placement.kind === "placing";
  return (
    <>
      <div class="layout-choice">
        <Segments
          legend={m.layout}
          name="locale-layout"
          options={LOCALE_LAYOUTS.map((value) => [value, m.layouts[value]] as const)}
          value={layout}
          onChoose={(value) => dispatch({ type: "localise.layout", layout: value })}
        />
      </div>
      <Button kind={first ? "primary" : "secondary"} disabled={busy} onClick={() => dispatch({ type: "localise.place" })}>
        {busy ? m.placing : m.place(count)}
      </Button>
      {placement.kind === "failed" && <ErrorCard error={placement.error} onRetry={() => dispatch({ type: "localise.place" })} />}
      {placement.kind === "placed" && (
        <p class="hint" role="status">
          {m.placed(Object.keys(placement.nodes).length)} {placement.note}
        </p>
      )}
    </>
  );
}

/** What is to be made, what is made, and where it shall go. */
export function LocaliseFoot({ table }: { readonly table: LocaleTable }) {
  const { state, dispatch, go } = usePanel();
  const words = useMessages();
  const m = words.localise;
  const changed = changedMarkets(state).length;
  const offline = state.connection.kind !== "connected";
  const runs = table.locales.flatMap((locale) => marketRun(state, locale) ?? []);
  const going = runs.filter(isUnderWay);
  const none = placeableMarkets(state).length + going.length === 0;
  const why = offline ? words.edit.offline : changed > 0 ? "" : none ? m.fill : m.current;
  return (
    <footer class="foot">
      <ConnectionTrouble />
      <AskOnce edits={runs} />
      <Markets table={table} />
      {(changed > 0 || none) && (
        <Button
          kind="primary"
          disabled={offline || changed === 0}
          describedBy="make-why"
          onClick={() => dispatch({ type: "localise.made", ...go() })}
        >
          {m.make(changed)}
        </Button>
      )}
      <p id="make-why" class="hint apply-why">
        {why}
      </p>
      <Placing first={changed === 0} />
      {going.length > 0 && (
        <Button onClick={() => dispatch({ type: "runs.cancelled", keys: going.map((run) => run.key) })}>
          {words.variants.cancelAll(going.length)}
        </Button>
      )}
    </footer>
  );
}
