import { useMemo, useState } from "preact/hooks";
import type { Rect } from "../../../protocol/geometry.ts";
import { ApplyFoot } from "../../components/apply-foot.tsx";
import { jobProgress } from "../../components/job-progress.ts";
import { LayerPreview } from "../../components/layer-preview.tsx";
import { surroundings } from "../../components/view-box.ts";
import { useMessages } from "../../i18n/messages.ts";
import { usePanel } from "../../panel-context.ts";
import type { Source } from "../../session/layer/layer-state.ts";
import { changesOf, draftsOf, marksOf } from "../../session/text/drafts.ts";
import { BoxOverlay, BoxTools } from "./box-tools.tsx";
import { TextBoxes } from "./text-boxes.tsx";
import { type LightActs, TextList } from "./text-list.tsx";
import { rowFieldId } from "./text-row.tsx";

interface Lights {
  /** Row under the pointer. */
  readonly pointed: number | undefined;
  /** Row being typed in; the preview comes closer to it. */
  readonly focused: number | undefined;
}

const pick = (index: number): void => document.getElementById(rowFieldId(index))?.focus();

/** What the preview comes closer to: the row typed in, or the box being corrected, which then stays in view as it is dragged. */
function useTarget(source: Source, focused: number | undefined): Rect<"image"> | undefined {
  const { drawing, boxed } = usePanel().state.text;
  const row = boxed ?? focused;
  return useMemo(() => {
    const text = drawing || row === undefined ? undefined : source.texts[row];
    return text && surroundings(text.quad);
  }, [drawing, row]);
}

/** Every text of the selected layer as a field and as a box on the preview. */
export function TextScreen({ source }: { readonly source: Source }) {
  const { state } = usePanel();
  const m = useMessages();
  const [lights, setLights] = useState<Lights>({ pointed: undefined, focused: undefined });
  const changes = changesOf(source, draftsOf(state, source), marksOf(state, source));
  const busy = jobProgress(state.job, m.progress) !== undefined;
  const acts = useMemo<LightActs>(
    () => ({
      point: (pointed) => setLights((l) => ({ ...l, pointed })),
      focus: (focused) => setLights((l) => ({ ...l, focused })),
    }),
    [],
  );
  const target = useTarget(source, lights.focused);
  return (
    <div class="edit edit-source">
      <div class="edit-scroll">
        <LayerPreview source={source} target={target} overlay={<BoxOverlay source={source} />} tools={<BoxTools source={source} />}>
          <TextBoxes
            width={source.placement.imageWidth}
            height={source.placement.imageHeight}
            texts={source.texts}
            changed={changes.map((c) => c.index).join()}
            lit={lights.pointed ?? lights.focused}
            onPick={pick}
            onPoint={acts.point}
          />
        </LayerPreview>
        <fieldset class="edit-fields" disabled={busy}>
          <TextList source={source} changes={changes} lit={lights.pointed} lights={acts} />
        </fieldset>
      </div>
      <ApplyFoot
        words={changes.length > 0 ? m.edit.applyRows(changes.length) : m.edit.apply}
        missing={changes.length === 0 ? m.edit.nothing : ""}
      />
    </div>
  );
}
