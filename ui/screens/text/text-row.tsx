import type { FoundText } from "../../../protocol/text-style.ts";
import { Badge } from "../../components/badge.tsx";
import { Button } from "../../components/button.tsx";
import { Icon } from "../../components/icon.tsx";
import { memo } from "../../components/memo.tsx";
import { ToggleButton } from "../../components/toggle-button.tsx";
import { useMessages } from "../../i18n/messages.ts";
import { isMuchLonger, isUnsure } from "./text-row-advice.ts";

/** What rows do, by their number: one object for all of them, so that a row need not be drawn again for it. */
export interface RowActs {
  edit(index: number, text: string): void;
  live(index: number, on: boolean): void;
  box(index: number, on: boolean): void;
  light(index: number, on: boolean): void;
  focus(index: number, on: boolean): void;
  next(index: number): void;
}

export interface TextRowProps {
  readonly index: number;
  readonly text: FoundText;
  /** What the field reads now. */
  readonly value: string;
  /** The pointer is on it here or in the preview. */
  readonly lit: boolean;
  /** Comes as live text. */
  readonly live: boolean;
  /** Its box is being corrected. */
  readonly boxed: boolean;
  /** Its box is being read again. */
  readonly reading: boolean;
  /** Begins another paragraph than the row before. */
  readonly opens: boolean;
  readonly acts: RowActs;
}

export const rowFieldId = (index: number): string => `text-${index}`;

function keyHandler({ index, text, value, acts }: TextRowProps) {
  return (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.key === "Enter" && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      acts.next(index);
    }
    if (event.key === "Escape" && value !== text.string) {
      event.stopPropagation();
      acts.edit(index, text.string);
    }
  };
}

function Notes({ text, value, live, reading }: TextRowProps) {
  const m = useMessages().text;
  const changed = value.trim() !== text.string;
  const notes = [
    reading ? m.reading : text.string === "" ? m.readNothing : "",
    live ? m.liveOn : "",
    changed && value.trim() === "" && text.string !== "" ? m.removes : "",
    changed && isMuchLonger(text.string, value) ? (live ? m.longerLive : m.longer) : "",
  ].filter((note) => note !== "");
  if (!changed && notes.length === 0) return null;
  return (
    <p class="row-was">
      {changed && text.string !== "" && (
        <>
          {m.was} <del>{text.string}</del>
        </>
      )}
      {notes.map((note) => (
        <span key={note} class={note === m.liveOn || note === m.reading ? "row-note" : "row-note row-advice"}>
          {note}
        </span>
      ))}
    </p>
  );
}

function Tools({ index, text, value, live, boxed, acts }: TextRowProps) {
  const m = useMessages().text;
  const changed = value.trim() !== text.string;
  return (
    <>
      {changed && (
        <Button kind="quiet" label={m.revert(text.string)} onClick={() => acts.edit(index, text.string)}>
          <Icon name="revert" />
        </Button>
      )}
      <span class="row-tools">
        <ToggleButton icon="type" label={m.live(index + 1)} on={live} onToggle={(on) => acts.live(index, on)} />
        <ToggleButton icon="box" label={m.box(index + 1)} on={boxed} onToggle={(on) => acts.box(index, on)} />
      </span>
    </>
  );
}

function rowClass({ text, value, lit, opens, live }: TextRowProps): string {
  const changed = value.trim() !== text.string || live;
  return ["row", changed && "row-changed", lit && "row-lit", opens && "row-opens"].filter(Boolean).join(" ");
}

function Row(props: TextRowProps) {
  const { index, text, value, acts } = props;
  const m = useMessages().text;
  return (
    <li class={rowClass(props)} onPointerEnter={() => acts.light(index, true)} onPointerLeave={() => acts.light(index, false)}>
      <div class="row-line">
        <textarea
          id={rowFieldId(index)}
          class="field row-field"
          rows={1}
          spellcheck={false}
          aria-label={m.row(index + 1, text.string)}
          value={value}
          onInput={(event) => acts.edit(index, event.currentTarget.value.replace(/[\r\n]+/g, " "))}
          onKeyDown={keyHandler(props)}
          onFocus={() => acts.focus(index, true)}
          onBlur={() => acts.focus(index, false)}
        />
        {isUnsure(text) && text.string !== "" && (
          <Badge tone="warn" title={m.unsureHelp(Math.round(text.confidence * 100))}>
            {m.unsure}
          </Badge>
        )}
        <Tools {...props} />
      </div>
      <Notes {...props} />
    </li>
  );
}

/** One found text as a field one types into. Enter goes to the next row, Escape takes the change back. */
export const TextRow = memo(Row);
