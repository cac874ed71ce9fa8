import { Badge, type BadgeProps } from "../../components/badge.tsx";
import { Icon, type IconName } from "../../components/icon.tsx";
import { useMessages } from "../../i18n/messages.ts";
import { usePanel } from "../../panel-context.ts";
import { type BatchItem, type BatchPhase, isOpen, isPending } from "../../session/batch/batch-state.ts";

const TONES: Partial<Record<BatchPhase["kind"], BadgeProps["tone"]>> = { placed: "good", failed: "bad", cancelled: "warn" };

interface ActProps {
  readonly icon: IconName;
  readonly label: string;
  readonly onClick: () => void;
}

function Act({ icon, label, onClick }: ActProps) {
  return (
    <button type="button" class="chip-drop" aria-label={label} title={label} onClick={onClick}>
      <Icon name={icon} />
    </button>
  );
}

function Acts({ item, first }: BatchRowProps) {
  const { dispatch, go } = usePanel();
  const m = useMessages().batch;
  const { key, layer, phase } = item;
  const over = !isPending(item) && phase.kind !== "placed";
  return (
    <span class="batch-acts">
      {phase.kind === "waiting" && !first && (
        <Act icon="up" label={m.sooner(layer.name)} onClick={() => dispatch({ type: "batch.sooner", key })} />
      )}
      {over && (
        <Act
          icon="revert"
          label={m.retry(layer.name)}
          onClick={() => dispatch({ type: "batch.retried", keys: [key], suffix: go().key.slice(0, 8) })}
        />
      )}
      {isPending(item) && phase.kind !== "placing" && (
        <Act icon="close" label={m.cancel(layer.name)} onClick={() => dispatch({ type: "batch.cancelled", keys: [key] })} />
      )}
    </span>
  );
}

/** Why it failed: the companion's own sentence where it is in the panel's language, else the catalogue's. */
function Why({ phase }: { readonly phase: BatchPhase }) {
  const { state } = usePanel();
  const m = useMessages().errors;
  if (phase.kind !== "failed") return null;
  const { error } = phase;
  return <span class="hint hint-bad batch-why">{state.language === "en" ? error.message : m[error.code].what}</span>;
}

export interface BatchRowProps {
  readonly item: BatchItem;
  /** Whether no other one waits before it. */
  readonly first: boolean;
}

/** One layer of the queue: how far it is, and what can be done about it. */
export function BatchRow({ item, first }: BatchRowProps) {
  const m = useMessages().batch;
  const { layer, phase, instruction } = item;
  const words = useMessages().agree;
  const asks = isPending(item) && !isOpen(item);
  const unchanged = phase.kind === "placed" && phase.nodeId === undefined;
  return (
    <li class="batch-row">
      <span class="batch-name" title={instruction}>
        {layer.name}
      </span>
      <Badge tone={asks ? "warn" : (TONES[phase.kind] ?? "quiet")}>
        {asks ? words.waits : unchanged ? m.unchanged : m.phases[phase.kind]}
      </Badge>
      {phase.kind === "placed" && phase.needsReview && <Badge tone="warn">{m.review}</Badge>}
      <Acts item={item} first={first} />
      {!asks && <Why phase={phase} />}
    </li>
  );
}
