import { useState } from "preact/hooks";
import { Button } from "../../components/button.tsx";
import { useMessages } from "../../i18n/messages.ts";
import { usePanel } from "../../panel-context.ts";
import type { Source } from "../../session/layer/layer-state.ts";
import { keptTable } from "../../session/localise/reduce-localise.ts";
import { readTable, tableOf } from "../../session/localise/table-text.ts";

/** Languages a table begins with that starts from the picture; every one can be replaced. */
const FIRST_LOCALES = ["en-US", "zh-CN", "de-DE", "ja-JP"] as const;

/** Where the table comes from: the picture, a file, or the clipboard. */
export function TableIntake({ source }: { readonly source: Source }) {
  const { state, dispatch } = usePanel();
  const kept = keptTable(state);
  const m = useMessages().localise;
  const [pasted, setPasted] = useState("");
  const [bad, setBad] = useState(false);
  const take = (text: string) => {
    const table = readTable(text);
    setBad(table === undefined);
    if (table) dispatch({ type: "localise.table", table });
  };
  const start = () =>
    dispatch({
      type: "localise.table",
      table: tableOf(
        source.texts.map((text) => text.string),
        FIRST_LOCALES,
      ),
    });
  return (
    <div class="edit">
      <div class="edit-scroll localise">
        <h1>{m.title}</h1>
        <p class="lead">{m.lead}</p>
        {kept && (
          <Button kind="primary" onClick={() => dispatch({ type: "localise.resumed" })}>
            {m.resume(kept.locales.length, kept.rows.length)}
          </Button>
        )}
        <Button kind={kept ? "secondary" : "primary"} disabled={source.texts.length === 0} describedBy="start-why" onClick={start}>
          {m.start}
        </Button>
        <p id="start-why" class="hint">
          {source.texts.length === 0 ? m.noTexts : ""}
        </p>
        <label class="stack">
          <span class="label">{m.load}</span>
          <input
            type="file"
            accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values"
            onChange={(event) => void event.currentTarget.files?.[0]?.text().then(take)}
          />
        </label>
        <label class="stack">
          <span class="label">{m.paste}</span>
          <textarea
            class="field"
            rows={5}
            placeholder={m.pasteExample}
            value={pasted}
            aria-invalid={bad}
            aria-describedby="table-bad"
            onInput={(event) => setPasted(event.currentTarget.value)}
          />
        </label>
        <p id="table-bad" class="hint hint-bad" role="status">
          {bad ? m.unreadable : ""}
        </p>
        <Button disabled={pasted.trim() === ""} onClick={() => take(pasted)}>
          {m.use}
        </Button>
      </div>
    </div>
  );
}
