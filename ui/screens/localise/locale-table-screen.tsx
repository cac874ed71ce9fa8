import { useState } from "preact/hooks";
import { Button } from "../../components/button.tsx";
import { CompareStage } from "../../components/compare-stage.tsx";
import { CopyLine } from "../../components/copy-line.tsx";
import { ErrorCard } from "../../components/error-card.tsx";
import { LayerPreview } from "../../components/layer-preview.tsx";
import { useMessages } from "../../i18n/messages.ts";
import { usePanel } from "../../panel-context.ts";
import { agreementTo } from "../../session/job/agreement.ts";
import type { Source } from "../../session/layer/layer-state.ts";
import { marketRun } from "../../session/localise/reduce-localise.ts";
import { type LocaleTable, writeTable } from "../../session/localise/table-text.ts";
import { LocaleCell } from "./locale-cell.tsx";
import { LocaliseFoot } from "./localise-foot.tsx";

export interface TableProps {
  readonly source: Source;
  readonly table: LocaleTable;
}

function Locales({ table }: TableProps) {
  const { state, dispatch } = usePanel();
  const m = useMessages().localise;
  const [name, setName] = useState("");
  const add = () => {
    dispatch({ type: "localise.locale.added", locale: name });
    setName("");
  };
  return (
    <div class="locales">
      <label class="stack">
        <span class="label">{m.locale}</span>
        <select
          class="select"
          value={state.localise.locale}
          onChange={(event) => dispatch({ type: "localise.locale", locale: event.currentTarget.value })}
        >
          {table.locales.map((locale) => (
            <option key={locale} value={locale}>
              {locale}
            </option>
          ))}
        </select>
      </label>
      <label class="stack">
        <span class="label">{m.addLocale}</span>
        <input
          class="field"
          maxLength={40}
          placeholder={m.addLocaleExample}
          value={name}
          onInput={(event) => setName(event.currentTarget.value)}
        />
      </label>
      <Button disabled={name.trim() === ""} onClick={add}>
        {m.add}
      </Button>
    </div>
  );
}

/** The market of the chosen language beside the original, once it is made. */
function Market({ source }: { readonly source: Source }) {
  const { state, dispatch, go } = usePanel();
  const run = marketRun(state, state.localise.locale);
  const again = () => dispatch({ type: "localise.made", ...go() });
  if (run?.phase.kind === "failed" && !agreementTo(run.phase.error)) return <ErrorCard error={run.phase.error} onRetry={again} />;
  if (run?.phase.kind !== "done") return <LayerPreview source={source} />;
  return <CompareStage key={run.key} source={source} result={run.phase.result} after={run.phase.picture} shown />;
}

function Glossary() {
  const { state, dispatch } = usePanel();
  const m = useMessages().localise;
  const { locale, glossary } = state.localise;
  return (
    <details class="details">
      <summary>{m.glossary(locale)}</summary>
      <p id="glossary-hint" class="hint">
        {m.glossaryHint}
      </p>
      <textarea
        class="field"
        rows={3}
        aria-label={m.glossary(locale)}
        aria-describedby="glossary-hint"
        value={glossary[locale] ?? ""}
        onInput={(event) => dispatch({ type: "localise.glossary", lines: event.currentTarget.value })}
      />
    </details>
  );
}

/** The cells of one language at a time, what is made of them, and the table to take along. */
export function LocaleTableScreen({ source, table }: TableProps) {
  const { state, dispatch } = usePanel();
  const m = useMessages().localise;
  const { locale } = state.localise;
  const column = table.locales.indexOf(locale);
  return (
    <div class="edit">
      <div class="edit-scroll">
        <h1 class="visually-hidden">{m.title}</h1>
        <Market source={source} />
        <div class="localise">
          <Locales source={source} table={table} />
          <ul class="locale-cells" aria-label={m.strings(locale)}>
            {table.rows.map((row, index) => (
              <LocaleCell key={index} source={source} row={row} index={index} wording={row.cells[column] ?? ""} />
            ))}
          </ul>
          <Glossary />
          <details class="details recipe">
            <summary>{m.table}</summary>
            <CopyLine line={writeTable(table)} name={m.export} />
          </details>
          <Button onClick={() => dispatch({ type: "localise.closed" })}>{m.close}</Button>
        </div>
      </div>
      <LocaliseFoot table={table} />
    </div>
  );
}
