import type { Rect } from "../../../protocol/geometry.ts";
import { BoxEditor } from "../../components/box-editor.tsx";
import { Button } from "../../components/button.tsx";
import { DrawArea, middleOf } from "../../components/draw-area.tsx";
import { Icon } from "../../components/icon.tsx";
import { useMessages } from "../../i18n/messages.ts";
import { usePanel } from "../../panel-context.ts";
import { cornersOf } from "../../session/corners-of.ts";
import type { InstructEvent } from "../../session/instruct/instruct-event.ts";
import type { AreaUse, ProtectedArea } from "../../session/instruct/instruct-state.ts";
import { extentOf } from "../../session/instruct/protected-quad.ts";
import type { Source } from "../../session/layer/layer-state.ts";

const sizeOf = ({ placement }: Source) => ({ width: placement.imageWidth, height: placement.imageHeight });
const points = (quad: ProtectedArea["quad"]): string => quad.map((p) => `${p.x.toFixed(1)},${p.y.toFixed(1)}`).join(" ");

/** What may change and what must not, drawn on the picture. */
export function AreaMarks({ source }: { readonly source: Source }) {
  const { region, protect } = usePanel().state.instruct;
  const { width, height } = sizeOf(source);
  const around = region && `M0 0H${width}V${height}H0Z M${region.x} ${region.y}v${region.height}h${region.width}v${-region.height}Z`;
  return (
    <svg class="boxes" viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden="true">
      {around && <path class="outside" d={around} fill-rule="evenodd" />}
      {protect.map(({ quad }, i) => (
        <polygon key={i} class="protected" points={points(quad)} />
      ))}
    </svg>
  );
}

const toInstruction = (): void => document.getElementById("instruction")?.focus();

/** Over the picture: the ground to draw on, or the areas to move. */
export function AreaOverlay({ source }: { readonly source: Source }) {
  const { state, dispatch } = usePanel();
  const m = useMessages().instruct;
  const { drawing, region, protect } = state.instruct;
  if (drawing) {
    const name = m.area(protect.length + 1);
    const done = (rect: Rect<"image">) => dispatch({ type: "instruct.areas", use: drawing, areas: [{ name, quad: cornersOf(rect) }] });
    return <DrawArea picture={sizeOf(source)} onDraw={done} />;
  }
  const leave = (event: InstructEvent) => {
    dispatch(event);
    toInstruction();
  };
  return (
    <>
      {region && (
        <BoxEditor
          rect={region}
          picture={sizeOf(source)}
          label={m.areas.region}
          onChange={(rect) => dispatch({ type: "instruct.region", rect })}
          onRemove={() => leave({ type: "instruct.region", rect: undefined })}
          onDone={toInstruction}
        />
      )}
      {protect.map(({ name, quad }, index) => (
        <BoxEditor
          key={`${name}-${index}`}
          rect={extentOf(quad)}
          picture={sizeOf(source)}
          label={`${m.areas.protect}: ${name}`}
          forbids
          onChange={(rect) => dispatch({ type: "instruct.reshaped", index, rect })}
          onRemove={() => leave({ type: "instruct.unprotected", index })}
          onDone={toInstruction}
        />
      ))}
    </>
  );
}

/** While an area is being said: what to do, and the ways out. */
function Underway({ use, source }: { readonly use: AreaUse; readonly source: Source }) {
  const { state, dispatch } = usePanel();
  const m = useMessages().instruct;
  const { picking } = state.instruct;
  const middle = () =>
    dispatch({
      type: "instruct.areas",
      use,
      areas: [{ name: m.area(state.instruct.protect.length + 1), quad: cornersOf(middleOf(sizeOf(source))) }],
    });
  return (
    <>
      <span class="hint">{picking ? m.selectNow : m.dragNow}</span>
      {picking ? (
        <Button kind="primary" onClick={() => dispatch({ type: "instruct.picked" })}>
          {m.useSelection}
        </Button>
      ) : (
        <Button onClick={middle}>{m.inTheMiddle}</Button>
      )}
      <Button
        kind="quiet"
        onClick={() => dispatch(picking ? { type: "instruct.picking", use: undefined } : { type: "instruct.drawing", use: undefined })}
      >
        {m.stop}
      </Button>
    </>
  );
}

function Ways({ use }: { readonly use: AreaUse }) {
  const { dispatch } = usePanel();
  const m = useMessages().instruct;
  return (
    <>
      <Button label={`${m.areas[use]}: ${m.draw}`} onClick={() => dispatch({ type: "instruct.drawing", use })}>
        <Icon name="box" />
        {m.draw}
      </Button>
      <Button label={`${m.areas[use]}: ${m.fromCanvas}`} onClick={() => dispatch({ type: "instruct.picking", use })}>
        <Icon name="canvas" />
        {m.fromCanvas}
      </Button>
    </>
  );
}

function Chip({ words, onRemove }: { readonly words: string; readonly onRemove: () => void }) {
  const m = useMessages().instruct;
  return (
    <span class="chip">
      <span class="chip-detail">{words}</span>
      <button type="button" class="chip-drop" aria-label={m.removeArea(words)} onClick={onRemove}>
        <Icon name="close" />
      </button>
    </span>
  );
}

function AreaLine({ use, source }: { readonly use: AreaUse; readonly source: Source }) {
  const { state, dispatch } = usePanel();
  const m = useMessages().instruct;
  const { region, protect, drawing, picking } = state.instruct;
  const underway = drawing === use || picking === use;
  return (
    <fieldset class="area-line">
      <legend class="label">{m.areas[use]}</legend>
      {use === "region" && region && (
        <Chip
          words={m.size(Math.round(region.width), Math.round(region.height))}
          onRemove={() => dispatch({ type: "instruct.region", rect: undefined })}
        />
      )}
      {use === "protect" &&
        protect.map(({ name }, index) => (
          <Chip key={`${name}-${index}`} words={name} onRemove={() => dispatch({ type: "instruct.unprotected", index })} />
        ))}
      {underway ? <Underway use={use} source={source} /> : !(use === "region" && region) && <Ways use={use} />}
    </fieldset>
  );
}

/** Where the instruction may work, and what it must never touch. */
export function AreaPickers({ source }: { readonly source: Source }) {
  return (
    <section class="section area-lines">
      <AreaLine use="region" source={source} />
      <AreaLine use="protect" source={source} />
    </section>
  );
}
