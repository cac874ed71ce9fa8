import { useRef, useState } from "preact/hooks";
import { useMessages } from "../i18n/messages.ts";
import { Button } from "./button.tsx";
import { copySelectable } from "./copy-selectable.ts";
import { Icon } from "./icon.tsx";

/** A command line to run elsewhere, with a button that copies it. */
export function CopyLine({ line }: { readonly line: string }) {
  const m = useMessages().connect;
  const code = useRef<HTMLElement>(null);
  const [copied, setCopied] = useState(false);
  const copy = () => setCopied(code.current !== null && copySelectable(code.current));
  return (
    <div class="copy-line">
      <code ref={code}>{line}</code>
      <Button kind="quiet" label={`${copied ? m.copied : m.copy}: ${line}`} onClick={copy}>
        <Icon name={copied ? "check" : "copy"} />
      </Button>
    </div>
  );
}
