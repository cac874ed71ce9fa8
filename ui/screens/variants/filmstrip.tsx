import { useEffect, useRef } from "preact/hooks";
import { Icon } from "../../components/icon.tsx";
import { PictureCanvas } from "../../components/picture-canvas.tsx";
import { useMessages } from "../../i18n/messages.ts";
import { usePanel } from "../../panel-context.ts";
import type { ManyRun } from "../../session/runs/runs-state.ts";
import type { VariantSet } from "../../session/variants/variants-state.ts";
import { filmstripEvent } from "./filmstrip-keys.ts";

export interface FilmstripProps {
  readonly set: VariantSet;
  readonly runs: readonly ManyRun[];
}

export const NEXT_ID = "variant-next";

function Frame({ run }: { readonly run: ManyRun }) {
  const { phase } = run;
  if (phase.kind === "done" && phase.picture !== undefined) return <PictureCanvas key={phase.picture} picture={phase.picture} />;
  if (phase.kind === "failed") return <Icon name="warning" />;
  if (phase.kind === "cancelled") return <Icon name="close" />;
  return <span class="film-busy" />;
}

function wordsFor(
  { set, run }: { readonly set: VariantSet; readonly run: ManyRun },
  m: ReturnType<typeof useMessages>["variants"],
): string {
  const kept = set.kept.includes(run.key) ? `, ${m.isKept}` : "";
  return `${m.variant(set.letters[run.key] ?? "")}, ${run.label}, ${m.phases[run.phase.kind]}${kept}`;
}

/** Every variant small, one of them picked; the keys choose, keep and discard. */
export function Filmstrip({ set, runs }: FilmstripProps) {
  const { dispatch } = usePanel();
  const m = useMessages().variants;
  const strip = useRef<HTMLDivElement>(null);
  useEffect(() => strip.current?.focus(), []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "ArrowDown") document.getElementById(NEXT_ID)?.focus();
    const meant = filmstripEvent(event, set);
    if (meant) dispatch(meant);
    if (meant || event.key === "ArrowDown") event.preventDefault();
    if (meant) event.stopPropagation();
  };
  return (
    <div
      ref={strip}
      class="filmstrip"
      role="listbox"
      aria-label={m.filmstrip}
      aria-orientation="horizontal"
      aria-describedby="film-keys"
      aria-activedescendant={set.picked && `film-${set.picked}`}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      {runs.map((run) => (
        <div
          key={run.key}
          id={`film-${run.key}`}
          class={`film film-${run.phase.kind}`}
          role="option"
          aria-selected={run.key === set.picked}
          aria-label={wordsFor({ set, run }, m)}
          tabIndex={-1}
          onPointerDown={() => dispatch({ type: "variants.picked", key: run.key })}
        >
          <span class="film-picture">
            <Frame run={run} />
          </span>
          <span class="film-letter" aria-hidden="true">
            {set.letters[run.key]}
            {set.kept.includes(run.key) && <Icon name="star" />}
          </span>
        </div>
      ))}
    </div>
  );
}
