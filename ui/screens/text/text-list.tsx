import { useMemo } from "preact/hooks";
import { Button } from "../../components/button.tsx";
import { useMessages } from "../../i18n/messages.ts";
import { usePanel } from "../../panel-context.ts";
import type { Source } from "../../session/layer/layer-state.ts";
import { type Change, draftsOf, marksOf } from "../../session/text/drafts.ts";
import { type RowActs, rowFieldId, TextRow } from "./text-row.tsx";

/** Which row is pointed at and which is typed in; stays the same object. */
export interface LightActs {
  point(index: number | undefined): void;
  focus(index: number | undefined): void;
}

export interface TextListProps {
  readonly source: Source;
  readonly changes: readonly Change[];
  readonly lit: number | undefined;
  readonly lights: LightActs;
}

function ListHead({ found, changed }: { readonly found: number; readonly changed: number }) {
  const { dispatch } = usePanel();
  const m = useMessages().text;
  return (
    <div class="section-head">
      <h2 id="texts-title">{m.texts}</h2>
      <span class="section-count">{changed > 0 ? m.changed(changed) : found > 0 && m.found(found)}</span>
      {changed > 0 && (
        <Button kind="quiet" onClick={() => dispatch({ type: "text.reverted" })}>
          {m.revertAll}
        </Button>
      )}
    </div>
  );
}

/** Enter walks down the list. */
const focusNext = (index: number): void => document.getElementById(rowFieldId(index + 1))?.focus();

/** Lines of one paragraph stand together. */
const opensParagraph = ({ texts }: Source, index: number): boolean =>
  index > 0 && texts[index]?.paragraph !== undefined && texts[index]?.paragraph !== texts[index - 1]?.paragraph;

function useActs(lights: LightActs): RowActs {
  const { dispatch } = usePanel();
  return useMemo(
    () => ({
      edit: (index, text) => dispatch({ type: "text.edited", index, text }),
      live: (index, on) => dispatch({ type: "text.live", index, on }),
      box: (index, on) => dispatch({ type: "text.boxed", index: on ? index : undefined }),
      light: (index, on) => lights.point(on ? index : undefined),
      focus: (index, on) => lights.focus(on ? index : undefined),
      next: focusNext,
    }),
    [dispatch, lights],
  );
}

/** Every found string as a field, edited in place. */
export function TextList({ source, changes, lit, lights }: TextListProps) {
  const { state } = usePanel();
  const acts = useActs(lights);
  const m = useMessages().text;
  const drafts = draftsOf(state, source);
  const { live } = marksOf(state, source);
  const { boxed, reading } = state.text;
  return (
    <section class="section" aria-labelledby="texts-title">
      <ListHead found={source.texts.length} changed={changes.length} />
      {source.texts.length === 0 && <p class="hint">{m.noTexts}</p>}
      <ol class="rows">
        {source.texts.map((text, index) => (
          <TextRow
            key={`${source.sha256}-${index}`}
            index={index}
            text={text}
            value={drafts[index] ?? text.string}
            lit={lit === index}
            live={live.includes(index)}
            boxed={boxed === index}
            reading={reading.includes(index)}
            opens={opensParagraph(source, index)}
            acts={acts}
          />
        ))}
      </ol>
    </section>
  );
}
