import type { FoundText } from "../../../protocol/text-style.ts";
import { Badge } from "../../components/badge.tsx";
import { Button } from "../../components/button.tsx";
import { Icon } from "../../components/icon.tsx";
import { useMessages } from "../../i18n/messages.ts";
import { isMuchLonger, isUnsure } from "./text-row-advice.ts";

export interface TextRowProps {
  readonly index: number;
  readonly text: FoundText;
  /** What the field reads now. */
  readonly value: string;
  /** The pointer is on it here or in the preview. */
  readonly lit: boolean;
  readonly onEdit: (text: string) => void;
  readonly onLight: (on: boolean) => void;
  readonly onFocus: (on: boolean) => void;
  readonly onNext: () => void;
}

export const rowFieldId = (index: number): string => `text-${index}`;

function keyHandler({ text, value, onEdit, onNext }: TextRowProps) {
  return (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.key === "Enter" && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      onNext();
    }
    if (event.key === "Escape" && value !== text.string) {
      event.stopPropagation();
      onEdit(text.string);
    }
  };
}

function Was({ text, value }: Pick<TextRowProps, "text" | "value">) {
  const m = useMessages().text;
  return (
    <p class="row-was">
      {m.was} <del>{text.string}</del>
      {value.trim() === "" && <span class="row-advice"> · {m.removes}</span>}
      {isMuchLonger(text.string, value) && <span class="row-advice"> · {m.longer}</span>}
    </p>
  );
}

/** One found text as a field one types into. Enter goes to the next row, Escape takes the change back. */
export function TextRow(props: TextRowProps) {
  const { index, text, value, lit, onEdit, onLight, onFocus } = props;
  const m = useMessages().text;
  const changed = value.trim() !== text.string;
  return (
    <li
      class={`row${changed ? " row-changed" : ""}${lit ? " row-lit" : ""}`}
      onPointerEnter={() => onLight(true)}
      onPointerLeave={() => onLight(false)}
    >
      <div class="row-line">
        <textarea
          id={rowFieldId(index)}
          class="field row-field"
          rows={1}
          spellcheck={false}
          aria-label={m.row(index + 1, text.string)}
          value={value}
          onInput={(event) => onEdit(event.currentTarget.value.replace(/[\r\n]+/g, " "))}
          onKeyDown={keyHandler(props)}
          onFocus={() => onFocus(true)}
          onBlur={() => onFocus(false)}
        />
        {isUnsure(text) && (
          <Badge tone="warn" title={m.unsureHelp(Math.round(text.confidence * 100))}>
            {m.unsure}
          </Badge>
        )}
        {changed && (
          <Button kind="quiet" label={m.revert(text.string)} onClick={() => onEdit(text.string)}>
            <Icon name="revert" />
          </Button>
        )}
      </div>
      {changed && <Was text={text} value={value} />}
    </li>
  );
}
