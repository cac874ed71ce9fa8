import { ApplyFoot } from "../../components/apply-foot.tsx";
import { jobProgress } from "../../components/job-progress.ts";
import { LayerPreview } from "../../components/layer-preview.tsx";
import { useMessages } from "../../i18n/messages.ts";
import { usePanel } from "../../panel-context.ts";
import type { InstructState } from "../../session/instruct/instruct-state.ts";
import { awaitsReading } from "../../session/instruct/instruct-wish.ts";
import type { Source } from "../../session/layer/layer-state.ts";
import { AreaMarks, AreaOverlay, AreaPickers } from "./areas.tsx";
import { InstructionField } from "./instruction-field.tsx";
import { Rounds } from "./rounds.tsx";
import { Templates } from "./templates.tsx";

/** An instruction that raised a question must be answered before it can run. */
const isRiddle = ({ understanding }: InstructState): boolean =>
  understanding.kind === "known" && understanding.plan.operations.length === 0;

function useMissing(source: Source): string {
  const { instruct } = usePanel().state;
  const m = useMessages().instruct;
  if (instruct.instruction.trim() === "") return m.nothing;
  if (isRiddle(instruct)) return m.answerFirst;
  return awaitsReading(source, instruct) ? m.reading : "";
}

/** The selected layer and an instruction for it. */
export function InstructScreen({ source }: { readonly source: Source }) {
  const { state } = usePanel();
  const m = useMessages();
  const busy = jobProgress(state.job, m.progress) !== undefined;
  return (
    <div class="edit edit-source">
      <div class="edit-scroll">
        <LayerPreview source={source} overlay={<AreaOverlay source={source} />}>
          <AreaMarks source={source} />
        </LayerPreview>
        <fieldset class="edit-fields" disabled={busy}>
          <Rounds source={source} />
          <InstructionField source={source} />
          <AreaPickers source={source} />
          <Templates />
        </fieldset>
      </div>
      <ApplyFoot words={m.edit.apply} missing={useMissing(source)} />
    </div>
  );
}
