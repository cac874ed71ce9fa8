import type { EditResult } from "../../protocol/edit.ts";
import { Answers } from "../components/answers.tsx";
import { Badge } from "../components/badge.tsx";
import { Button } from "../components/button.tsx";
import { Compare } from "../components/compare.tsx";
import { Icon } from "../components/icon.tsx";
import { Proof } from "../components/proof.tsx";
import { useMessages } from "../i18n/messages.ts";
import { usePanel } from "../panel-context.ts";
import type { Placed } from "../session/job/job-state.ts";
import { sameReading } from "../session/same-reading.ts";

type TextReport = EditResult["texts"][number];

function ReadBack({ wanted, original, readBack }: TextReport) {
  const m = useMessages().result;
  const right = sameReading(wanted, readBack);
  const words = right ? m.readsRight : readBack === "" ? m.readsNothing : m.readsAs(readBack);
  return (
    <li class="reading">
      <span class="reading-words">
        <del>{original}</del> → <ins>{wanted}</ins>
      </span>
      {wanted !== "" && <Badge tone={right ? "good" : "warn"}>{words}</Badge>}
    </li>
  );
}

function Verdict({ placed: { jobId, result } }: { readonly placed: Placed }) {
  const m = useMessages().result;
  return (
    <Proof jobId={jobId} result={result}>
      <Badge tone={result.needsReview ? "warn" : "quiet"}>{m.confidence(Math.round(result.confidence * 100))}</Badge>
    </Proof>
  );
}

/** The companion's own sentences, in English whatever the panel's language. */
function Sentences({ title, lines, tone }: { readonly title: string; readonly lines: readonly string[]; readonly tone: "warn" | "quiet" }) {
  if (lines.length === 0) return null;
  return (
    <div class={`card card-${tone}`}>
      <p class="card-title">
        {tone === "warn" && <Icon name="warning" />}
        {title}
      </p>
      <ul class="card-lines">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}

/** A layer above cannot erase: whether what lies under it shows is for the person to say. */
function CutOut({ hidden }: { readonly hidden: boolean }) {
  const { dispatch } = usePanel();
  const m = useMessages().result;
  return (
    <div class="notice">
      <p>{hidden ? m.originalHidden : m.cutOut}</p>
      <Button onClick={() => dispatch({ type: "job.original", hidden: !hidden })}>{hidden ? m.showOriginal : m.hideOriginal}</Button>
    </div>
  );
}

function Actions({ placed }: { readonly placed: boolean }) {
  const { dispatch, go } = usePanel();
  const m = useMessages().result;
  return (
    <footer class="foot">
      {placed && (
        <Button kind="primary" onClick={() => dispatch({ type: "job.kept" })}>
          {m.keep}
        </Button>
      )}
      <div class="foot-row">
        <Button onClick={() => dispatch({ type: "job.adjusted" })}>{m.adjust}</Button>
        <Button onClick={() => dispatch({ type: "job.again", ...go() })}>{m.again}</Button>
        {placed && <Button onClick={() => dispatch({ type: "job.discarded" })}>{m.discard}</Button>}
      </div>
    </footer>
  );
}

/** The result lies on the canvas already; here it is compared, judged, and kept or taken away. */
export function ResultScreen({ placed }: { readonly placed: Placed }) {
  const m = useMessages().result;
  const { result, node } = placed;
  const notes = [...result.warnings, ...(node?.note ? [node.note] : [])];
  const answers = result.answers ?? [];
  return (
    <div class="edit">
      <div class="edit-scroll result">
        <h1 class="result-title" tabIndex={-1}>
          {node ? m.title : answers.length > 0 ? m.answer : m.unchanged}
          <span class="layer-size">{placed.run.label}</span>
        </h1>
        {node && <Compare placed={placed} />}
        {!node && answers.length === 0 && <p class="lead">{m.unchangedLead}</p>}
        {answers.length > 0 && <Answers source={placed.run.source} answers={answers} />}
        {node && result.cutOut && <CutOut hidden={placed.originalHidden === true} />}
        {result.texts.some((t) => t.live) && <p class="notice">{m.liveHint}</p>}
        {node && <Verdict placed={placed} />}
        {result.needsReview && (node || answers.length === 0) && <Sentences title={m.review} lines={result.reasons} tone="warn" />}
        {result.texts.length > 0 && (
          <section class="section">
            <h2>{m.texts}</h2>
            <ul class="readings">
              {result.texts.map((text, i) => (
                <ReadBack key={i} {...text} />
              ))}
            </ul>
          </section>
        )}
        <Sentences title={m.notes} lines={notes} tone="quiet" />
      </div>
      <Actions placed={node !== undefined} />
    </div>
  );
}
