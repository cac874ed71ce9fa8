import { useState } from "preact/hooks";
import { LIMITS } from "../../../protocol/limits.ts";
import { AskOnce } from "../../components/ask-once.tsx";
import { Button } from "../../components/button.tsx";
import { ConnectionTrouble } from "../../components/connection-trouble.tsx";
import { useMessages } from "../../i18n/messages.ts";
import { usePanel } from "../../panel-context.ts";
import { isOpen, isPending, secondsLeft, waitingOf } from "../../session/batch/batch-state.ts";
import { batchLayers } from "../../session/batch/reduce-batch.ts";
import { BatchRow } from "./batch-row.tsx";

function Instruction() {
  const { state, dispatch } = usePanel();
  const m = useMessages().batch;
  return (
    <div class="stack">
      <label class="label" for="batch-instruction">
        {m.instruction}
      </label>
      <textarea
        id="batch-instruction"
        class="field"
        rows={2}
        maxLength={LIMITS.instructionChars}
        placeholder={m.example}
        value={state.batch.instruction}
        onInput={(event) => dispatch({ type: "batch.instruction", text: event.currentTarget.value })}
      />
    </div>
  );
}

function Pace() {
  const { state } = usePanel();
  const m = useMessages().batch;
  const { items } = state.batch;
  const done = items.filter((item) => !isPending(item)).length;
  const left = secondsLeft(state.batch);
  return (
    <div class="batch-pace">
      <progress class="progress-bar" max={items.length} value={done} aria-label={m.progress(done, items.length)} />
      <p class="hint" role="status">
        {m.progress(done, items.length)}
        {left !== undefined && ` · ${m.left(left)}`}
      </p>
    </div>
  );
}

/** Moves one that waits. A row that changes its place in the page would lose the focus. */
function useMoves() {
  const { state, dispatch } = usePanel();
  const m = useMessages().batch;
  const [key, setKey] = useState<string>();
  const waiting = waitingOf(state.batch.items);
  const place = waiting.findIndex((item) => item.key === key) + 1;
  const said = waiting[place - 1]?.layer.name;
  const onMove = (moved: string, by: -1 | 1) => {
    const held = document.activeElement as HTMLElement | null;
    dispatch({ type: "batch.moved", key: moved, by });
    setKey(moved);
    setTimeout(() => held?.focus());
  };
  return { waiting, onMove, said: said === undefined ? "" : m.place(said, place, waiting.length) };
}

function Queue() {
  const { state } = usePanel();
  const m = useMessages().batch;
  const { items } = state.batch;
  const { waiting, onMove, said } = useMoves();
  if (items.length === 0) return <p class="hint batch-empty">{m.empty}</p>;
  return (
    <>
      <Pace />
      <p class="visually-hidden" role="status">
        {said}
      </p>
      <ul class="batch-rows" aria-label={m.queue}>
        {items.map((item) => (
          <BatchRow key={item.key} item={item} place={waiting.indexOf(item) + 1} waiting={waiting.length} onMove={onMove} />
        ))}
      </ul>
    </>
  );
}

/** What can be done to many at once. */
function QueueActs() {
  const { state, dispatch, go } = usePanel();
  const m = useMessages().batch;
  const { items } = state.batch;
  const open = items.filter(isOpen);
  const waiting = waitingOf(items);
  const over = items.filter((item) => !isPending(item) && item.phase.kind !== "placed");
  const keys = (of: typeof items) => of.map(({ key }) => key);
  if (items.length === 0) return null;
  return (
    <div class="foot-row">
      {waiting.length > 0 && (
        <Button onClick={() => dispatch({ type: "batch.cancelled", keys: keys(waiting) })}>{m.cancelWaiting(waiting.length)}</Button>
      )}
      {open.length > 0 && <Button onClick={() => dispatch({ type: "batch.cancelled", keys: keys(open) })}>{m.cancelAll}</Button>}
      {open.length === 0 && over.length > 0 && (
        <Button onClick={() => dispatch({ type: "batch.retried", keys: keys(over), suffix: go().key.slice(0, 8) })}>
          {m.retryAll(over.length)}
        </Button>
      )}
      {items.some((item) => !isPending(item)) && <Button onClick={() => dispatch({ type: "batch.cleared" })}>{m.clear}</Button>}
    </div>
  );
}

function Foot() {
  const { state, dispatch, go } = usePanel();
  const m = useMessages().batch;
  const count = batchLayers(state).length;
  const offline = state.connection.kind !== "connected";
  const missing = count === 0 ? m.selectLayers : state.batch.instruction.trim() === "" ? m.writeFirst : "";
  return (
    <footer class="foot">
      <ConnectionTrouble />
      <AskOnce edits={state.batch.items} batch />
      <Button kind="primary" disabled={missing !== ""} describedBy="batch-why" onClick={() => dispatch({ type: "batch.added", ...go() })}>
        {m.add(count)}
      </Button>
      <p id="batch-why" class="hint apply-why">
        {missing || (offline ? m.offline : "")}
      </p>
      <QueueActs />
    </footer>
  );
}

/** One instruction for many layers, and the queue they go through. */
export function BatchScreen() {
  const m = useMessages().batch;
  return (
    <div class="edit">
      <div class="edit-scroll batch">
        <h1 class="visually-hidden">{m.title}</h1>
        <Instruction />
        <Queue />
      </div>
      <Foot />
    </div>
  );
}
