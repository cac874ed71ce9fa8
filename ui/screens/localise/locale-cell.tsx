import { Badge } from "../../components/badge.tsx";
import { Button } from "../../components/button.tsx";
import { Icon } from "../../components/icon.tsx";
import { useMessages } from "../../i18n/messages.ts";
import { usePanel } from "../../panel-context.ts";
import { agreementTo } from "../../session/job/agreement.ts";
import type { Source } from "../../session/layer/layer-state.ts";
import { cellAdvice } from "../../session/localise/cell-advice.ts";
import { cjkForm } from "../../session/localise/cjk-form.ts";
import { isThere } from "../../session/localise/market-requests.ts";
import { marketRun } from "../../session/localise/reduce-localise.ts";
import type { LocaleRow } from "../../session/localise/table-text.ts";
import { isUnderWay } from "../../session/runs/runs-state.ts";
import { sameReading } from "../../session/same-reading.ts";

export interface LocaleCellProps {
  readonly source: Source;
  readonly row: LocaleRow;
  readonly index: number;
  readonly wording: string;
}

/** How far the cell is, and what was read back where it is set. */
function CellState({ source, row, wording }: LocaleCellProps) {
  const { state } = usePanel();
  const words = useMessages();
  const m = words.localise;
  const run = marketRun(state, state.localise.locale);
  if (!run || wording === "" || !isThere(source, row.from)) return null;
  const { phase } = run;
  if (phase.kind === "failed" && agreementTo(phase.error)) return <Badge tone="warn">{words.agree.waits}</Badge>;
  if (phase.kind !== "done") return <Badge tone={phase.kind === "failed" ? "bad" : "quiet"}>{m.states[phase.kind]}</Badge>;
  const asked = run.request.operations?.some(({ text }) => text?.to === wording && sameReading(text.from ?? "", row.from));
  if (!asked) return <Badge tone="quiet">{m.changed}</Badge>;
  const report = phase.result.texts.find((text) => text.wanted === wording && sameReading(text.original, row.from));
  if (!report) return <Badge tone="quiet">{m.states.done}</Badge>;
  const right = sameReading(wording, report.readBack);
  return <Badge tone={right ? "good" : "warn"}>{right ? m.states.done : m.reads(report.readBack)}</Badge>;
}

/** A cell is made with the market it belongs to. */
function Again({ source, row, wording }: LocaleCellProps) {
  const { state, dispatch, go } = usePanel();
  const m = useMessages().localise;
  const { locale } = state.localise;
  const run = marketRun(state, locale);
  if (!run || isUnderWay(run) || wording === "" || !isThere(source, row.from) || state.connection.kind !== "connected") return null;
  const label = m.again(row.from, locale);
  return (
    <button type="button" class="chip-drop" aria-label={label} title={label} onClick={() => dispatch({ type: "localise.again", ...go() })}>
      <Icon name="revert" />
    </button>
  );
}

/** One string of the picture in the chosen language. */
export function LocaleCell(props: LocaleCellProps) {
  const { state, dispatch } = usePanel();
  const m = useMessages().localise;
  const { source, row, index, wording } = props;
  const { locale, glossary } = state.localise;
  const advice = cellAdvice(row.from, wording, { glossary: glossary[locale] ?? "", locale });
  const form = cjkForm(locale, wording);
  const lacking = state.localise.unsettable.includes(wording);
  return (
    <li class="locale-cell">
      <span class="locale-from">
        <span class="locale-words">{row.from}</span>
        {!isThere(source, row.from) && <Badge tone="warn">{m.missing}</Badge>}
        <CellState {...props} />
        <Again {...props} />
      </span>
      <textarea
        class="field"
        rows={1}
        dir="auto"
        lang={locale}
        aria-label={m.cell(row.from)}
        aria-describedby={`cell-advice-${index}`}
        value={wording}
        onInput={(event) => dispatch({ type: "localise.cell", row: index, text: event.currentTarget.value })}
      />
      <span id={`cell-advice-${index}`} class="hint hint-warn">
        {[...(lacking ? [m.noFace] : []), ...advice.map((kind) => m.advice[kind])].join(" · ")}
      </span>
      {form !== wording && (
        <Button kind="quiet" onClick={() => dispatch({ type: "localise.cell", row: index, text: form })}>
          {m.setAs(form)}
        </Button>
      )}
    </li>
  );
}
