import type { LayerSummary, Provenance } from "../../protocol/bridge.ts";
import { Badge } from "../components/badge.tsx";
import { Button } from "../components/button.tsx";
import { MessageScreen } from "../components/message-screen.tsx";
import { useMessages } from "../i18n/messages.ts";
import { timeIn } from "../i18n/time-in.ts";
import { usePanel } from "../panel-context.ts";

export function EmptyScreen() {
  const m = useMessages().empty;
  return (
    <MessageScreen icon="layer" title={m.title}>
      <p class="lead">{m.lead}</p>
      <p class="hint">{m.keeps}</p>
    </MessageScreen>
  );
}

export function SeveralScreen({ layers }: { readonly layers: readonly LayerSummary[] }) {
  const { dispatch } = usePanel();
  const m = useMessages();
  const editable = layers.filter((layer) => layer.blocked === "none" && layer.provenance === undefined);
  return (
    <MessageScreen icon="layer" title={m.several.title(layers.length)}>
      <p class="lead">{m.several.lead}</p>
      <Button kind="primary" onClick={() => dispatch({ type: "shell.screen", screen: "batch" })}>
        {m.batch.together(editable.length)}
      </Button>
      <ul class="choices">
        {editable.map(({ id, name, width, height }) => (
          <li key={id}>
            <Button onClick={() => dispatch({ type: "layer.chosen", layer: { id, name } })}>
              <span class="choice-name">{name}</span>
              <span class="choice-size">
                {Math.round(width)} × {Math.round(height)}
              </span>
            </Button>
          </li>
        ))}
      </ul>
    </MessageScreen>
  );
}

export function BlockedScreen({ layer }: { readonly layer: LayerSummary }) {
  const m = useMessages().blocked;
  return (
    <MessageScreen icon="warning" title={m.title(layer.name)}>
      <p class="lead">{m[layer.blocked]}</p>
    </MessageScreen>
  );
}

function Record({ provenance }: { readonly provenance: Provenance }) {
  const { dispatch, state } = usePanel();
  const m = useMessages();
  const { sourceNode, sourceName, outsideChanged, confidence } = provenance;
  const made = timeIn(state.language, "full", provenance.createdAt);
  return (
    <>
      <dl class="facts">
        <dt>{m.ours.asked}</dt>
        <dd>{provenance.instruction}</dd>
        <dt>{m.ours.from}</dt>
        <dd>{sourceName}</dd>
        <dt>{m.ours.engine}</dt>
        <dd>{provenance.engine}</dd>
        <dt>{m.ours.when}</dt>
        <dd>{made}</dd>
      </dl>
      <p class="badges">
        <Badge tone={outsideChanged === 0 ? "good" : "bad"}>{m.result.outsideShort(outsideChanged)}</Badge>
        <Badge tone="quiet">{m.result.confidence(Math.round(confidence * 100))}</Badge>
      </p>
      <Button kind="primary" onClick={() => dispatch({ type: "layer.chosen", layer: { id: sourceNode, name: sourceName } })}>
        {m.ours.original}
      </Button>
    </>
  );
}

/** A result of ours is selected: what it is, and the way back to its source, which every round starts from. */
export function OursScreen({ layer, provenance }: { readonly layer: LayerSummary; readonly provenance: Provenance | undefined }) {
  const m = useMessages().ours;
  return (
    <MessageScreen icon="spark" title={m.title}>
      <p class="lead">{layer.name}</p>
      {provenance ? <Record provenance={provenance} /> : <p class="hint">{m.unreadable}</p>}
    </MessageScreen>
  );
}
