import { boundsOf } from "../../../protocol/geometry.ts";
import { BoxEditor } from "../../components/box-editor.tsx";
import { Button } from "../../components/button.tsx";
import { DrawArea, middleOf } from "../../components/draw-area.tsx";
import { Icon } from "../../components/icon.tsx";
import { useMessages } from "../../i18n/messages.ts";
import { usePanel } from "../../panel-context.ts";
import type { Source } from "../../session/layer/layer-state.ts";
import type { TextEvent } from "../../session/text/text-event.ts";
import { rowFieldId } from "./text-row.tsx";

const sizeOf = ({ placement }: Source) => ({ width: placement.imageWidth, height: placement.imageHeight });

/** Over the picture: the box being corrected, or the ground to draw a new one on. */
export function BoxOverlay({ source }: { readonly source: Source }) {
  const { state, dispatch } = usePanel();
  const m = useMessages().text;
  const { boxed, drawing } = state.text;
  const picture = sizeOf(source);
  if (drawing) return <DrawArea picture={picture} onDraw={(rect) => dispatch({ type: "text.box.added", rect })} />;
  const text = boxed === undefined ? undefined : source.texts[boxed];
  if (boxed === undefined || !text) return null;
  // The row takes the focus back from the box that goes.
  const leave = (event: TextEvent) => {
    dispatch(event);
    document.getElementById(rowFieldId(boxed))?.focus();
  };
  return (
    <BoxEditor
      rect={boundsOf<"image">(text.quad)}
      picture={picture}
      label={m.boxOf(boxed + 1)}
      grab
      onChange={(rect) => dispatch({ type: "text.box.changed", index: boxed, rect })}
      onRemove={() => leave({ type: "text.box.removed", index: boxed })}
      onDone={() => leave({ type: "text.boxed", index: undefined })}
    />
  );
}

/** Beneath the picture: what can be done with boxes now. */
export function BoxTools({ source }: { readonly source: Source }) {
  const { state, dispatch } = usePanel();
  const m = useMessages().text;
  const { boxed, drawing } = state.text;
  if (drawing) {
    return (
      <>
        <span class="hint">{m.dragNow}</span>
        <Button onClick={() => dispatch({ type: "text.box.added", rect: middleOf(sizeOf(source)) })}>{m.inTheMiddle}</Button>
        <Button kind="quiet" onClick={() => dispatch({ type: "text.drawing", on: false })}>
          {m.stop}
        </Button>
      </>
    );
  }
  if (boxed !== undefined && source.texts[boxed]) {
    return (
      <>
        <Button onClick={() => dispatch({ type: "text.read", index: boxed })}>{m.readAgain}</Button>
        <Button onClick={() => dispatch({ type: "text.box.removed", index: boxed })}>{m.removeBox}</Button>
        <Button kind="quiet" onClick={() => dispatch({ type: "text.boxed", index: undefined })}>
          {m.done}
        </Button>
      </>
    );
  }
  return (
    <Button kind="quiet" onClick={() => dispatch({ type: "text.drawing", on: true })}>
      <Icon name="box" />
      {m.addBox}
    </Button>
  );
}
