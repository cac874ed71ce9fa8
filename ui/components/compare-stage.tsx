import { useState } from "preact/hooks";
import type { EditResult } from "../../protocol/edit.ts";
import { useMessages } from "../i18n/messages.ts";
import type { PictureId, Source } from "../session/layer/layer-state.ts";
import { PictureCanvas } from "./picture-canvas.tsx";
import { PictureFrame } from "./picture-frame.tsx";
import { viewBox } from "./view-box.ts";

const RATIO = 4 / 3;

export interface CompareStageProps {
  readonly source: Source;
  /** Without a result the source shows alone. */
  readonly result: EditResult | undefined;
  readonly after: PictureId | undefined;
  /** Whether the result shows at all. */
  readonly shown: boolean;
}

/** Close to what changed, with as much around it again. */
function boxAround({ result, source }: CompareStageProps) {
  const { imageWidth: width, imageHeight: height } = source.placement;
  if (!result) return viewBox({ width, height }, RATIO);
  const { patch } = result;
  const room = Math.max(patch.height, patch.width / 4) / 2;
  const target = { x: patch.x - room, y: patch.y - room, width: patch.width + 2 * room, height: patch.height + 2 * room };
  return viewBox({ width, height }, RATIO, target);
}

interface EdgeProps {
  readonly cut: number;
  readonly disabled: boolean;
  readonly onMove: (cut: number) => void;
}

/** A native slider laid invisibly over the picture: dragging anywhere on it moves the edge, and the arrow keys do too. */
function Edge({ cut, disabled, onMove }: EdgeProps) {
  const m = useMessages().result;
  return (
    <>
      <input
        class="compare-range"
        type="range"
        min={0}
        max={100}
        value={cut}
        disabled={disabled}
        aria-label={m.slider}
        aria-valuetext={m.position(100 - cut)}
        onInput={(event) => onMove(Number(event.currentTarget.value))}
      />
      {!disabled && <span class="compare-edge" style={{ left: `clamp(10px, ${cut}%, 100% - 10px)` }} aria-hidden="true" />}
    </>
  );
}

/** A result of another frame (a crop, a larger canvas) has no pixel of its own for each of the source's: one or the other shows. */
function OneOfTwo({ source, result, after, shown }: CompareStageProps) {
  const m = useMessages().result;
  const both = shown && after !== undefined && result;
  const { imageWidth, imageHeight } = source.placement;
  const size = both ? result.result : { width: imageWidth, height: imageHeight };
  const picture = both ? after : source.picture;
  return (
    <div class="compare-stage">
      <PictureFrame label={both ? m.after : m.before} ratio={RATIO} box={viewBox(size, RATIO)}>
        <PictureCanvas key={picture} picture={picture} />
      </PictureFrame>
    </div>
  );
}

/** Source and result in one frame; an edge parts them. */
export function CompareStage(props: CompareStageProps) {
  const m = useMessages().result;
  const [edge, setEdge] = useState(0);
  if (props.result?.canvas) return <OneOfTwo {...props} />;
  const { source, after } = props;
  const box = boxAround(props);
  const shown = props.shown && after !== undefined;
  const cut = shown ? edge : 100;
  // The edge is a share of the window, the clip one of the picture in it.
  const clip = ((cut / 100 - box.left) / box.width) * 100;
  return (
    <div class="compare-stage">
      <PictureFrame label={`${m.compare}: ${m.position(100 - cut)}`} ratio={RATIO} box={box}>
        <PictureCanvas picture={source.picture} />
        <div class="compare-after" style={{ clipPath: `inset(0 0 0 ${clip}%)` }}>
          {after !== undefined && <PictureCanvas key={after} picture={after} />}
        </div>
      </PictureFrame>
      <Edge cut={cut} disabled={!shown} onMove={setEdge} />
    </div>
  );
}
