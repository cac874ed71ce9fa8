import { VARIANT_LAYOUTS } from "../../../protocol/bridge.ts";
import { AskOnce } from "../../components/ask-once.tsx";
import { Badge } from "../../components/badge.tsx";
import { Button } from "../../components/button.tsx";
import { CompareStage } from "../../components/compare-stage.tsx";
import { ConnectionTrouble } from "../../components/connection-trouble.tsx";
import { ErrorCard } from "../../components/error-card.tsx";
import { Segments } from "../../components/segments.tsx";
import { useMessages } from "../../i18n/messages.ts";
import { usePanel } from "../../panel-context.ts";
import { agreementTo } from "../../session/job/agreement.ts";
import { isUnderWay, type ManyRun } from "../../session/runs/runs-state.ts";
import { placeable, runsOfSet } from "../../session/variants/reduce-variants.ts";
import type { VariantSet } from "../../session/variants/variants-state.ts";
import { Filmstrip, NEXT_ID } from "./filmstrip.tsx";

/** What is known of the picked variant. */
function Facts({ set, run }: { readonly set: VariantSet; readonly run: ManyRun }) {
  const { dispatch } = usePanel();
  const m = useMessages();
  const { phase } = run;
  const again = () => dispatch({ type: "runs.retried", keys: [run.key] });
  if (phase.kind === "failed" && agreementTo(phase.error)) return <p class="hint hint-warn">{m.agree.waits}</p>;
  if (phase.kind === "failed") return <ErrorCard error={phase.error} onRetry={again} />;
  if (phase.kind !== "done") return <p class="hint">{m.variants.phases[phase.kind]}</p>;
  const { result } = phase;
  return (
    <p class="badges">
      <Badge tone={result.outside.changed === 0 ? "good" : "bad"}>{m.result.outsideShort(result.outside.changed)}</Badge>
      <Badge tone={result.needsReview ? "warn" : "quiet"}>{m.result.confidence(Math.round(result.confidence * 100))}</Badge>
      {set.kept.includes(run.key) && <Badge tone="good">{m.variants.isKept}</Badge>}
    </p>
  );
}

function Acts({ set, run }: { readonly set: VariantSet; readonly run: ManyRun }) {
  const { dispatch } = usePanel();
  const m = useMessages().variants;
  const { key, phase } = run;
  return (
    <div class="foot-row">
      <Button disabled={phase.kind !== "done"} onClick={() => dispatch({ type: "variants.kept", key })}>
        {set.kept.includes(key) ? m.unkeep : m.keep}
      </Button>
      <Button disabled={phase.kind !== "done"} onClick={() => dispatch({ type: "variants.promote", key })}>
        {m.promote}
      </Button>
      <Button onClick={() => dispatch({ type: "variants.retired", key })}>{set.placement.kind === "placed" ? m.retire : m.discard}</Button>
    </div>
  );
}

function Foot({ set, runs }: { readonly set: VariantSet; readonly runs: readonly ManyRun[] }) {
  const { state, dispatch } = usePanel();
  const m = useMessages().variants;
  const count = placeable(state, set).length;
  const { placement } = set;
  const busy = placement.kind === "placing";
  const going = runs.filter(isUnderWay);
  return (
    <footer class="foot">
      <ConnectionTrouble />
      <AskOnce edits={runs} />
      {placement.kind === "failed" && <ErrorCard error={placement.error} onRetry={() => dispatch({ type: "variants.place" })} />}
      <div id={NEXT_ID} tabIndex={-1} class="layout-choice">
        <Segments
          legend={m.layout}
          name="variant-layout"
          options={VARIANT_LAYOUTS.map((layout) => [layout, m.layouts[layout]] as const)}
          value={set.layout}
          onChoose={(layout) => dispatch({ type: "variants.layout", layout })}
        />
      </div>
      <Button kind="primary" disabled={count === 0 || busy} onClick={() => dispatch({ type: "variants.place" })}>
        {busy ? m.placing : m.place(count)}
      </Button>
      {placement.kind === "placed" && (
        <p class="hint" role="status">
          {m.placed(Object.keys(placement.nodes).length)} {placement.note}
        </p>
      )}
      <div class="foot-row">
        {going.length > 0 && (
          <Button onClick={() => dispatch({ type: "runs.cancelled", keys: going.map((run) => run.key) })}>
            {m.cancelAll(going.length)}
          </Button>
        )}
        <Button onClick={() => dispatch({ type: "variants.closed" })}>{m.close}</Button>
      </div>
    </footer>
  );
}

/** Variants side by side: one large beside the original, all of them small, and where they shall go. */
export function VariantCompare({ set }: { readonly set: VariantSet }) {
  const { state, dispatch } = usePanel();
  const m = useMessages();
  const runs = runsOfSet(state, set);
  const picked = runs.find((run) => run.key === set.picked);
  const done = picked?.phase.kind === "done" ? picked.phase : undefined;
  return (
    <div class="edit">
      <div class="edit-scroll variants">
        <h1 class="visually-hidden">{m.variants.of(set.source.layer.name)}</h1>
        <CompareStage key={picked?.key} source={set.source} result={done?.result} after={done?.picture} shown={set.shown} />
        <Segments
          legend={m.result.compare}
          name="variant-shown"
          options={[
            ["before", m.result.before],
            ["after", picked ? m.variants.variant(set.letters[picked.key] ?? "") : m.result.after],
          ]}
          value={set.shown ? "after" : "before"}
          onChoose={(value) => dispatch({ type: "variants.compared", shown: value === "after" })}
        />
        <Filmstrip set={set} runs={runs} />
        <p id="film-keys" class="hint film-keys">
          {m.variants.keys}
        </p>
        {picked && (
          <section class="section picked" aria-label={m.variants.variant(set.letters[picked.key] ?? "")}>
            <p class="picked-words">{picked.label}</p>
            <Facts set={set} run={picked} />
            <Acts set={set} run={picked} />
          </section>
        )}
      </div>
      <Foot set={set} runs={runs} />
    </div>
  );
}
