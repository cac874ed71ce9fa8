import { useRef, useState } from "preact/hooks";
import { useMessages } from "../i18n/messages.ts";
import { usePanel } from "../panel-context.ts";
import { Button } from "./button.tsx";
import { copySelectable } from "./copy-selectable.ts";

/** What panel and companion know of the connection, put together when it is opened, with a button that copies it. */
export function Diagnostics() {
  const { state, dispatch } = usePanel();
  const m = useMessages().connect;
  const text = useRef<HTMLPreElement>(null);
  const [copied, setCopied] = useState(false);
  const onToggle = (open: boolean) => {
    setCopied(false);
    if (open) dispatch({ type: "shell.diagnose" });
  };
  return (
    <details class="details diagnostics" onToggle={(event) => onToggle(event.currentTarget.open)}>
      <summary>{m.diagnostics}</summary>
      <p class="hint">{m.diagnosticsHint}</p>
      <pre ref={text} class="report" lang="en" tabIndex={0} aria-label={m.diagnostics}>
        {state.report ?? "…"}
      </pre>
      <Button disabled={state.report === undefined} onClick={() => setCopied(text.current !== null && copySelectable(text.current))}>
        {copied ? m.copied : m.copyDiagnostics}
      </Button>
    </details>
  );
}
