import type { EmendError } from "../../protocol/errors.ts";
import { ErrorCard } from "../components/error-card.tsx";
import { PictureCanvas } from "../components/picture-canvas.tsx";
import { useMessages } from "../i18n/messages.ts";
import { usePanel } from "../panel-context.ts";
import type { LayerRef, Work } from "../session/layer/layer-state.ts";

export function StartingScreen() {
  const m = useMessages();
  return (
    <div class="waiting">
      <progress class="progress-bar" aria-label={m.connection.searching} />
      <p class="hint">{m.connection.searching}</p>
    </div>
  );
}

/** The preview shows as soon as the layer is read; sending and finding go on beneath it. */
export function LoadingScreen({ work }: { readonly work: Extract<Work, { kind: "loading" }> }) {
  const m = useMessages().loading;
  return (
    <div class="page">
      <h1 class="layer-name">{work.layer.name}</h1>
      <div class="loading-picture">{work.picture !== undefined && <PictureCanvas key={work.picture} picture={work.picture} />}</div>
      <progress class="progress-bar" aria-label={m[work.step]} />
      <p class="hint" role="status">
        {m[work.step]}
      </p>
    </div>
  );
}

export function FailedScreen({ layer, error }: { readonly layer: LayerRef; readonly error: EmendError }) {
  const { dispatch } = usePanel();
  return (
    <div class="page">
      <h1 class="layer-name">{layer.name}</h1>
      <ErrorCard error={error} onRetry={() => dispatch({ type: "layer.reload" })} />
    </div>
  );
}
