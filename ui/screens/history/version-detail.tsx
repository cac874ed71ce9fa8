import { useEffect, useRef } from "preact/hooks";
import type { EditResult } from "../../../protocol/edit.ts";
import type { HistoryEntry } from "../../../protocol/history.ts";
import type { Language } from "../../../protocol/language.ts";
import { Button } from "../../components/button.tsx";
import { CompareStage } from "../../components/compare-stage.tsx";
import { ConnectionTrouble } from "../../components/connection-trouble.tsx";
import { CopyLine } from "../../components/copy-line.tsx";
import { ErrorCard } from "../../components/error-card.tsx";
import { memo } from "../../components/memo.tsx";
import { Proof } from "../../components/proof.tsx";
import { Segments } from "../../components/segments.tsx";
import { useMessages } from "../../i18n/messages.ts";
import { timeIn } from "../../i18n/time-in.ts";
import { usePanel } from "../../panel-context.ts";
import { type OpenVersion, sourceOf } from "../../session/history/history-state.ts";
import { canPlace } from "../../session/history/reduce-history.ts";
import { versionWords } from "../../session/history/version-words.ts";
import type { Source } from "../../session/layer/layer-state.ts";
import { ReviewCard } from "./review-card.tsx";

const NOWHERE: Source["placement"]["transform"] = [
  [1, 0, 0],
  [0, 1, 0],
];

/** The side a version is compared with, as the stage takes it. */
function beforeOf({ entry, against, before }: OpenVersion): Source | undefined {
  if (before === undefined) return undefined;
  const { width, height } = against ? against.result.result : entry.result.source;
  const placement = { transform: NOWHERE, width, height, imageWidth: width, imageHeight: height };
  return { layer: { id: "", name: "" }, placement, sha256: sourceOf(entry), texts: [], picture: before };
}

/** Two of different frames cannot lie over each other: the stage then shows one or the other. */
function resultOf({ entry, against }: OpenVersion): EditResult {
  const canvas = entry.result.canvas ?? against?.result.canvas;
  return canvas ? { ...entry.result, canvas } : entry.result;
}

interface OthersProps {
  readonly entry: HistoryEntry;
  readonly entries: readonly HistoryEntry[];
  readonly language: Language;
}

/** The other versions of the same picture; drawn once, there may be hundreds. */
const Others = memo(({ entry, entries, language }: OthersProps) => {
  const { unnamed } = useMessages().history;
  const others = entries.filter((e) => e.id !== entry.id && sourceOf(e) === sourceOf(entry));
  return (
    <>
      {others.map((other) => (
        <option key={other.id} value={other.id}>
          {versionWords(other) || unnamed} · {timeIn(language, "short", other.createdAt)}
        </option>
      ))}
    </>
  );
});

function Against({ open }: { readonly open: OpenVersion }) {
  const { state, dispatch } = usePanel();
  const m = useMessages().history;
  const choose = (value: string) => dispatch({ type: "history.against", id: value === "" ? undefined : Number(value) });
  return (
    <label class="setting-line">
      <span class="label">{m.against}</span>
      <select class="select" value={open.against?.id ?? ""} onChange={(event) => choose(event.currentTarget.value)}>
        <option value="">{m.original}</option>
        <Others entry={open.entry} entries={state.history.entries} language={state.language} />
      </select>
    </label>
  );
}

function Comparison({ open }: { readonly open: OpenVersion }) {
  const { dispatch } = usePanel();
  const m = useMessages();
  const before = beforeOf(open);
  const other = open.against ? versionWords(open.against) || m.history.unnamed : m.history.original;
  return (
    <div class="compare">
      {before ? (
        <CompareStage source={before} result={resultOf(open)} after={open.after} shown={open.shown} />
      ) : (
        <p class="version-waiting hint">{m.history.loading}</p>
      )}
      <Segments
        legend={m.result.compare}
        name="version-shown"
        options={[
          ["before", other],
          ["after", m.history.version],
        ]}
        value={open.shown ? "after" : "before"}
        onChoose={(value) => dispatch({ type: "history.compared", shown: value === "after" })}
      />
    </div>
  );
}

function Facts({ open }: { readonly open: OpenVersion }) {
  const { state } = usePanel();
  const m = useMessages().history;
  const { result, createdAt } = open.entry;
  return (
    <dl class="facts">
      <dt>{m.engine}</dt>
      <dd>{result.engine}</dd>
      <dt>{m.when}</dt>
      <dd>{timeIn(state.language, "full", createdAt)}</dd>
      <dt>{m.confidence}</dt>
      <dd>{Math.round(result.confidence * 100)} %</dd>
      <dt>{m.seed}</dt>
      <dd>{result.seed}</dd>
    </dl>
  );
}

function Recipe({ open }: { readonly open: OpenVersion }) {
  const m = useMessages().history;
  const { recipe } = open.entry;
  if (!recipe) return null;
  return (
    <details class="details recipe">
      <summary>{m.recipe}</summary>
      <p class="hint">{m.recipeLead}</p>
      <CopyLine line={JSON.stringify(recipe)} name={m.copyRecipe} />
    </details>
  );
}

/** How the last act about this version went. */
function Outcome() {
  const { state, dispatch } = usePanel();
  const m = useMessages().history;
  const { act } = state.history;
  if (act.kind === "failed") return <ErrorCard error={act.error} onRetry={() => dispatch(act.retry)} />;
  const words = {
    none: "",
    deciding: "",
    placing: m.placing,
    again: m.making,
    made: m.made,
    placed: m.placed,
    seeking: m.seeking,
    elsewhere: m.elsewhere,
  }[act.kind];
  return (
    <p class="hint" role="status">
      {act.kind === "placed" && act.note ? `${words} ${act.note}` : words}
    </p>
  );
}

function Foot({ open }: { readonly open: OpenVersion }) {
  const { state, dispatch } = usePanel();
  const m = useMessages().history;
  const offline = state.connection.kind !== "connected";
  const busy = state.history.act.kind === "placing" || state.history.act.kind === "again";
  const placeable = canPlace(state, open.entry);
  return (
    <footer class="foot">
      <ConnectionTrouble />
      <Outcome />
      <Button
        kind="primary"
        disabled={!placeable || offline || busy}
        describedBy="place-why"
        onClick={() => dispatch({ type: "history.place" })}
      >
        {m.place}
      </Button>
      <p id="place-why" class="hint apply-why">
        {placeable ? "" : m.placeWhy}
      </p>
      <div class="foot-row">
        <Button disabled={offline || busy || !open.entry.recipe} onClick={() => dispatch({ type: "history.again" })}>
          {m.again}
        </Button>
        <Button disabled={busy} onClick={() => dispatch({ type: "history.fix" })}>
          {m.decide.fix}
        </Button>
        <Button onClick={() => dispatch({ type: "history.closed" })}>{m.back}</Button>
      </div>
    </footer>
  );
}

/** One version beside the original or another version, its proof, its recipe, and what may be done with it. */
export function VersionDetail({ open }: { readonly open: OpenVersion }) {
  const m = useMessages().history;
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  return (
    <div class="edit">
      <div class="edit-scroll version-open">
        <h1 class="result-title" tabIndex={-1} ref={title}>
          {versionWords(open.entry) || m.unnamed}
        </h1>
        <Comparison open={open} />
        <section class="section version-about">
          <Against open={open} />
          <Proof jobId={open.entry.jobId} result={open.entry.result} />
          <ReviewCard entry={open.entry} />
          <Facts open={open} />
          <Recipe open={open} />
        </section>
      </div>
      <Foot open={open} />
    </div>
  );
}
