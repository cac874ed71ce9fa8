import { useRef, useState } from "preact/hooks";
import { useMessages } from "../i18n/messages.ts";
import { Button } from "./button.tsx";
import { copySelectable } from "./copy-selectable.ts";
import { Icon } from "./icon.tsx";

export interface CopyLineProps {
  readonly line: string;
  /** What the button says it copies, where the line itself is too long to be read out. */
  readonly name?: string;
}

/** A line to use elsewhere, with a button that copies it. */
export function CopyLine({ line, name }: CopyLineProps) {
  const m = useMessages().connect;
  const code = useRef<HTMLElement>(null);
  const [copied, setCopied] = useState(false);
  const copy = () => setCopied(code.current !== null && copySelectable(code.current));
  return (
    <div class="copy-line">
      <code ref={code}>{line}</code>
      <Button kind="quiet" label={`${copied ? m.copied : m.copy}: ${name ?? line}`} onClick={copy}>
        <Icon name={copied ? "check" : "copy"} />
      </Button>
    </div>
  );
}
