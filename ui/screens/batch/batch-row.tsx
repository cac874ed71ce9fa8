import { Badge, type BadgeProps } from "../../components/badge.tsx";
import { Icon, type IconName } from "../../components/icon.tsx";
import { isSpoken } from "../../i18n/is-spoken.ts";
import { useMessages } from "../../i18n/messages.ts";
import { usePanel } from "../../panel-context.ts";
import { type BatchItem, type BatchPhase, isOpen, isPending } from "../../session/batch/batch-state.ts";

const TONES: Partial<Record<BatchPhase["kind"], BadgeProps["tone"]>> = { placed: "good", failed: "bad", cancelled: "warn" };

interface ActProps {
  readonly icon: IconName;
  readonly label: string;
  /** There is nothing to do now; the button keeps its place and the focus. */
  readonly idle?: boolean;
  readonly onClick: () => void;
}

function Act({ icon, label, idle, onClick }: ActProps) {
  return (
    <button type="button" class="chip-drop" aria-label={label} title={label} aria-disabled={idle} onClick={onClick}>
      <Icon name={icon} />
    </button>
  );
}

function Order({ item, place, waiting, onMove }: BatchRowProps) {
  const m = useMessages().batch;
  const { name } = item.layer;
  return (
    <>
      <Act icon="up" label={m.up(name)} idle={place === 1} onClick={() => onMove(item.key, -1)} />
      <Act icon="down" label={m.down(name)} idle={place === waiting} onClick={() => onMove(item.key, 1)} />
    </>
  );
}

function Acts(props: BatchRowProps) {
  const { dispatch, go } = usePanel();
  const m = useMessages().batch;
  const { item, place, waiting } = props;
  const { key, layer, phase } = item;
  const over = !isPending(item) && phase.kind !== "placed";
  return (
    <span class="batch-acts">
      {place > 0 && waiting > 1 && <Order {...props} />}
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
  return <span class="hint hint-bad batch-why">{isSpoken(error.message, state.language) ? error.message : m[error.code].what}</span>;
}

export interface BatchRowProps {
  readonly item: BatchItem;
  /** Its number among those that wait, from 1; 0 where it does not. */
  readonly place: number;
  /** How many wait. */
  readonly waiting: number;
  readonly onMove: (key: string, by: -1 | 1) => void;
}

const MOVES: Readonly<Record<string, -1 | 1>> = { ArrowUp: -1, ArrowDown: 1 };

/** One layer of the queue: how far it is, and what can be done about it. */
export function BatchRow(props: BatchRowProps) {
  const { item, onMove } = props;
  const m = useMessages().batch;
  const { layer, phase, instruction } = item;
  const words = useMessages().agree;
  const asks = isPending(item) && !isOpen(item);
  const unchanged = phase.kind === "placed" && phase.nodeId === undefined;
  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.altKey && MOVES[event.key];
    if (!by) return;
    event.preventDefault();
    onMove(item.key, by);
  };
  return (
    <li class="batch-row" onKeyDown={onKeyDown}>
      <span class="batch-name" title={instruction}>
        {layer.name}
      </span>
      <Badge tone={asks ? "warn" : (TONES[phase.kind] ?? "quiet")}>
        {asks ? words.waits : unchanged ? m.unchanged : m.phases[phase.kind]}
      </Badge>
      {phase.kind === "placed" && phase.needsReview && <Badge tone="warn">{m.review}</Badge>}
      <Acts {...props} />
      {!asks && <Why phase={phase} />}
    </li>
  );
}
