import { useState } from "preact/hooks";
import { useMessages } from "../i18n/messages.ts";
import { usePanel } from "../panel-context.ts";
import type { Placed } from "../session/job/job-state.ts";
import { PictureCanvas } from "./picture-canvas.tsx";
import { PictureFrame } from "./picture-frame.tsx";
import { viewBox } from "./view-box.ts";

const RATIO = 4 / 3;

/** Close to what changed, with as much around it again. */
function boxAround({ result, run }: Placed) {
  const { imageWidth: width, imageHeight: height } = run.source.placement;
  const { patch } = result;
  const room = Math.max(patch.height, patch.width / 4) / 2;
  const target = { x: patch.x - room, y: patch.y - room, width: patch.width + 2 * room, height: patch.height + 2 * room };
  return viewBox({ width, height }, RATIO, target);
}

function BeforeAfter({ placed }: { readonly placed: Placed }) {
  const { dispatch } = usePanel();
  const m = useMessages().result;
  const choice = (shown: boolean, words: string) => (
    <label class="segment">
      <input type="radio" name="shown" checked={placed.shown === shown} onChange={() => dispatch({ type: "job.compared", shown })} />
      <span>{words}</span>
    </label>
  );
  return (
    <fieldset class="segments">
      <legend class="visually-hidden">{m.compare}</legend>
      {choice(false, m.before)}
      {choice(true, m.after)}
      <kbd title={m.key}>\</kbd>
    </fieldset>
  );
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

/** Before and after: the edge parts the preview, the buttons switch the layer on the canvas as well. */
export function Compare({ placed }: { readonly placed: Placed }) {
  const m = useMessages().result;
  const [edge, setEdge] = useState(0);
  const box = boxAround(placed);
  const cut = placed.shown ? edge : 100;
  // The edge is a share of the window, the clip one of the picture in it.
  const clip = ((cut / 100 - box.left) / box.width) * 100;
  return (
    <div class="compare">
      <div class="compare-stage">
        <PictureFrame label={`${m.compare}: ${m.position(100 - cut)}`} ratio={RATIO} box={box}>
          <PictureCanvas picture={placed.run.source.picture} />
          <div class="compare-after" style={{ clipPath: `inset(0 0 0 ${clip}%)` }}>
            {placed.after !== undefined && <PictureCanvas picture={placed.after} />}
          </div>
        </PictureFrame>
        <Edge cut={cut} disabled={!placed.shown} onMove={setEdge} />
      </div>
      <BeforeAfter placed={placed} />
    </div>
  );
}
