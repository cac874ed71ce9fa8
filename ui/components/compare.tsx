import { useMessages } from "../i18n/messages.ts";
import { usePanel } from "../panel-context.ts";
import type { Placed } from "../session/job/job-state.ts";
import { CompareStage } from "./compare-stage.tsx";
import { Segments } from "./segments.tsx";

/** Before and after: the edge parts the preview, the buttons switch the layer on the canvas as well. */
export function Compare({ placed }: { readonly placed: Placed }) {
  const { dispatch } = usePanel();
  const m = useMessages().result;
  return (
    <div class="compare">
      <CompareStage source={placed.run.source} result={placed.result} after={placed.after} shown={placed.shown} />
      <Segments
        legend={m.compare}
        name="shown"
        options={[
          ["before", m.before],
          ["after", m.after],
        ]}
        value={placed.shown ? "after" : "before"}
        onChoose={(value) => dispatch({ type: "job.compared", shown: value === "after" })}
      >
        <kbd title={m.key}>\</kbd>
      </Segments>
    </div>
  );
}
