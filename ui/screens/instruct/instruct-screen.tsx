import { ApplyFoot } from "../../components/apply-foot.tsx";
import { LayerPreview } from "../../components/layer-preview.tsx";
import { useMessages } from "../../i18n/messages.ts";
import { usePanel } from "../../panel-context.ts";
import type { InstructState } from "../../session/instruct/instruct-state.ts";
import type { Source } from "../../session/layer/layer-state.ts";
import { InstructionField } from "./instruction-field.tsx";

/** An instruction that raised a question must be answered before it can run. */
const isRiddle = ({ understanding }: InstructState): boolean =>
  understanding.kind === "known" && understanding.plan.operations.length === 0;

/** The selected layer and an instruction for it. */
export function InstructScreen({ source }: { readonly source: Source }) {
  const { instruct } = usePanel().state;
  const m = useMessages();
  const missing = instruct.instruction.trim() === "" ? m.instruct.nothing : isRiddle(instruct) ? m.instruct.answerFirst : "";
  return (
    <div class="edit edit-source">
      <div class="edit-scroll">
        <LayerPreview source={source} />
        <InstructionField />
      </div>
      <ApplyFoot words={m.edit.apply} missing={missing} />
    </div>
  );
}
