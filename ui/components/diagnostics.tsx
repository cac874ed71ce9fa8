import { useRef, useState } from "preact/hooks";
import { useMessages } from "../i18n/messages.ts";
import { usePanel } from "../panel-context.ts";
import { Button } from "./button.tsx";

/** What panel and companion know of the connection, put together when it is opened, with a button that copies it. */
export function Diagnostics() {
  const { state, dispatch } = usePanel();
  const m = useMessages().connect;
  const text = useRef<HTMLTextAreaElement>(null);
  const [copied, setCopied] = useState(false);
  const onToggle = (open: boolean) => {
    setCopied(false);
    if (open) dispatch({ type: "shell.diagnose" });
  };
  const copy = () => {
    text.current?.select();
    setCopied(document.execCommand("copy"));
  };
  return (
    <details class="details diagnostics" onToggle={(event) => onToggle(event.currentTarget.open)}>
      <summary>{m.diagnostics}</summary>
      <p class="hint">{m.diagnosticsHint}</p>
      <textarea
        ref={text}
        class="report"
        lang="en"
        rows={10}
        readOnly
        spellcheck={false}
        aria-label={m.diagnostics}
        value={state.report ?? "…"}
      />
      <Button disabled={state.report === undefined} onClick={copy}>
        {copied ? m.copied : m.copyDiagnostics}
      </Button>
    </details>
  );
}
