import { LIMITS } from "../../../protocol/limits.ts";
import { Button } from "../../components/button.tsx";
import { ConnectionTrouble } from "../../components/connection-trouble.tsx";
import { Icon } from "../../components/icon.tsx";
import { LayerPreview } from "../../components/layer-preview.tsx";
import { Segments } from "../../components/segments.tsx";
import { useMessages } from "../../i18n/messages.ts";
import { usePanel } from "../../panel-context.ts";
import type { Source } from "../../session/layer/layer-state.ts";
import { variantWishes } from "../../session/variants/variant-requests.ts";
import { VARIANT_MODES, type VariantsForm } from "../../session/variants/variants-state.ts";

interface PartProps {
  readonly source: Source;
  readonly form: VariantsForm;
  readonly change: (change: Partial<VariantsForm>) => void;
}

function RowChoice({ source, form, change }: PartProps) {
  const m = useMessages().variants;
  if (source.texts.length === 0) return <p class="hint">{m.noTexts}</p>;
  return (
    <label class="fill">
      <span>{m.whichText}</span>
      <select class="select" value={form.row} onChange={(event) => change({ row: Number(event.currentTarget.value) })}>
        {source.texts.map((text, i) => (
          <option key={i} value={i}>
            {text.string}
          </option>
        ))}
      </select>
    </label>
  );
}

interface LinesProps {
  readonly id: string;
  readonly label: string;
  readonly placeholder: string;
  readonly rows: number;
  readonly value: string;
  readonly onInput: (value: string) => void;
}

function Lines({ id, label, placeholder, rows, value, onInput }: LinesProps) {
  return (
    <div class="stack">
      <label class="label" for={id}>
        {label}
      </label>
      <textarea
        id={id}
        class="field"
        rows={rows}
        placeholder={placeholder}
        value={value}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    </div>
  );
}

function Colours({ form, change }: PartProps) {
  const m = useMessages().variants;
  const set = (index: number, colour: string) => change({ colours: form.colours.map((c, i) => (i === index ? colour : c)) });
  return (
    <fieldset class="colours">
      <legend class="visually-hidden">{m.colours}</legend>
      {form.colours.map((colour, i) => (
        <span key={i} class="colour">
          <input type="color" aria-label={m.colour(i + 1)} value={colour} onInput={(event) => set(i, event.currentTarget.value)} />
          <button
            type="button"
            class="chip-drop"
            aria-label={m.removeColour(colour)}
            onClick={() => change({ colours: form.colours.filter((_, at) => at !== i) })}
          >
            <Icon name="close" />
          </button>
        </span>
      ))}
      {form.colours.length < LIMITS.variants && (
        <Button onClick={() => change({ colours: [...form.colours, START_COLOURS[form.colours.length % START_COLOURS.length]!] })}>
          {m.addColour}
        </Button>
      )}
    </fieldset>
  );
}

/** First colours to begin with; every one is changed at a click. */
const START_COLOURS = ["#d4af37", "#e03e1a", "#0d99ff", "#14ae5c", "#111111", "#ffffff", "#9747ff", "#f24e9a"] as const;

function Seeds({ form, change }: PartProps) {
  const m = useMessages().variants;
  return (
    <>
      <Lines
        id="variant-instruction"
        label={m.instruction}
        placeholder={m.instructionExample}
        rows={2}
        value={form.instruction}
        onInput={(instruction) => change({ instruction })}
      />
      <label class="fill">
        <span>{m.count}</span>
        <input
          class="field"
          type="number"
          min={2}
          max={LIMITS.variants}
          value={form.count}
          onInput={(event) => change({ count: Math.min(LIMITS.variants, Math.max(2, Math.round(event.currentTarget.valueAsNumber) || 2)) })}
        />
      </label>
      <p class="hint">{m.seedsHint}</p>
    </>
  );
}

function Fields(props: PartProps) {
  const { form, change } = props;
  const m = useMessages().variants;
  if (form.mode === "seeds") return <Seeds {...props} />;
  if (form.mode === "instructions") {
    return (
      <Lines
        id="variant-instructions"
        label={m.instructions}
        placeholder={m.instructionsExample}
        rows={5}
        value={form.instructions}
        onInput={(instructions) => change({ instructions })}
      />
    );
  }
  return (
    <>
      <RowChoice {...props} />
      {form.mode === "texts" ? (
        <Lines
          id="variant-texts"
          label={m.texts}
          placeholder={m.textsExample}
          rows={5}
          value={form.texts}
          onInput={(texts) => change({ texts })}
        />
      ) : (
        <Colours {...props} />
      )}
    </>
  );
}

/** What makes the variants differ. */
export function VariantsFormScreen({ source }: { readonly source: Source }) {
  const { state, dispatch, go } = usePanel();
  const m = useMessages();
  const { form } = state.variants;
  const wished = variantWishes(source, form).length;
  const count = Math.min(wished, LIMITS.variants);
  const offline = state.connection.kind !== "connected";
  const why = offline
    ? m.edit.offline
    : count === 0
      ? m.variants.missing[form.mode]
      : wished > count
        ? m.variants.atMost(LIMITS.variants)
        : "";
  const change = (more: Partial<VariantsForm>) => dispatch({ type: "variants.form", change: more });
  return (
    <div class="edit edit-source">
      <div class="edit-scroll">
        <LayerPreview source={source} />
        <section class="section form">
          <h2 id="variants-title">{m.variants.title}</h2>
          <Segments
            legend={m.variants.title}
            name="variant-mode"
            options={VARIANT_MODES.map((mode) => [mode, m.variants.modes[mode]] as const)}
            value={form.mode}
            onChoose={(mode) => change({ mode })}
          />
          <Fields source={source} form={form} change={change} />
        </section>
      </div>
      <footer class="foot">
        <ConnectionTrouble />
        <Button
          kind="primary"
          disabled={offline || count === 0}
          describedBy="apply-why"
          onClick={() => dispatch({ type: "variants.made", ...go() })}
        >
          {m.variants.make(count)}
        </Button>
        <p id="apply-why" class="hint apply-why">
          {why}
        </p>
      </footer>
    </div>
  );
}
