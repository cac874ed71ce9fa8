import { useState } from "preact/hooks";
import { ApplyBar } from "../components/apply-bar.tsx";
import { jobProgress } from "../components/job-progress.ts";
import { PictureCanvas } from "../components/picture-canvas.tsx";
import { PictureFrame } from "../components/picture-frame.tsx";
import { TextBoxes } from "../components/text-boxes.tsx";
import { TextList } from "../components/text-list.tsx";
import { rowFieldId } from "../components/text-row.tsx";
import { surroundings, viewBox } from "../components/view-box.ts";
import { useMessages } from "../i18n/messages.ts";
import { usePanel } from "../panel-context.ts";
import { type Change, changesOf, draftsOf } from "../session/drafts.ts";
import type { Source } from "../session/ui-state.ts";

interface Lights {
  /** Row under the pointer. */
  readonly pointed: number | undefined;
  /** Row being typed in; the preview comes closer to it. */
  readonly focused: number | undefined;
}

interface PreviewProps {
  readonly source: Source;
  readonly changes: readonly Change[];
  readonly lights: Lights;
  readonly onPoint: (index: number | undefined) => void;
}

const RATIO = 16 / 9;

const pick = (index: number): void => document.getElementById(rowFieldId(index))?.focus();

function Preview({ source, changes, lights, onPoint }: PreviewProps) {
  const m = useMessages().edit;
  const { imageWidth: width, imageHeight: height } = source.placement;
  const target = lights.focused === undefined ? undefined : source.texts[lights.focused];
  const box = viewBox({ width, height }, RATIO, target && surroundings(target.quad));
  return (
    <PictureFrame label={m.preview(source.layer.name, source.texts.length)} ratio={RATIO} box={box}>
      <PictureCanvas picture={source.picture} />
      <TextBoxes
        width={width}
        height={height}
        texts={source.texts}
        changed={new Set(changes.map((c) => c.index))}
        lit={lights.pointed ?? lights.focused}
        onPick={pick}
        onPoint={onPoint}
      />
    </PictureFrame>
  );
}

/** The selected layer: its texts as fields, the instruction, and Apply. */
export function EditScreen({ source }: { readonly source: Source }) {
  const { state } = usePanel();
  const m = useMessages();
  const [lights, setLights] = useState<Lights>({ pointed: undefined, focused: undefined });
  const changes = changesOf(source, draftsOf(state, source));
  const busy = jobProgress(state.job, m.progress) !== undefined;
  const point = (pointed: number | undefined) => setLights((l) => ({ ...l, pointed }));
  return (
    <div class="edit edit-source">
      <div class="edit-scroll">
        <div class="edit-preview">
          <Preview source={source} changes={changes} lights={lights} onPoint={point} />
          <h1 class="layer-name">
            {source.layer.name}
            <span class="layer-size">{m.edit.size(source.placement.imageWidth, source.placement.imageHeight)}</span>
          </h1>
        </div>
        <fieldset class="edit-fields" disabled={busy}>
          <TextList
            source={source}
            changes={changes}
            lit={lights.pointed}
            onPoint={point}
            onFocus={(focused) => setLights((l) => ({ ...l, focused }))}
          />
        </fieldset>
      </div>
      <ApplyBar changes={changes} />
    </div>
  );
}
