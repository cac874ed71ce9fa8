import { useEffect, useState } from "preact/hooks";
import { useMessages } from "../i18n/messages.ts";
import { Button } from "./button.tsx";

export interface ProgressLineProps {
  readonly words: string;
  /** 0–1, or `undefined` where nobody knows. */
  readonly share: number | undefined;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  readonly onCancel: (() => void) | undefined;
}

function useSeconds(startedAt: number): number {
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return Math.max(0, Math.floor((now - startedAt) / 1000));
}

/** What is being done, for how long, and the way out. */
export function ProgressLine({ words, share, startedAt, onCancel }: ProgressLineProps) {
  const m = useMessages().progress;
  const seconds = useSeconds(startedAt);
  return (
    <div class="progress">
      <div class="progress-words">
        <span>{words}</span>
        <span class="progress-time">{m.elapsed(seconds)}</span>
      </div>
      <progress class="progress-bar" aria-label={words} {...(share !== undefined && { value: share, max: 1 })} />
      {onCancel && (
        <div class="progress-cancel">
          <Button onClick={onCancel}>
            {m.cancel} <kbd>Esc</kbd>
          </Button>
        </div>
      )}
    </div>
  );
}
