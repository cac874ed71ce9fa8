import { useMessages } from "../i18n/messages.ts";
import { usePanel } from "../panel-context.ts";
import type { Change } from "../session/drafts.ts";
import type { UiState } from "../session/ui-state.ts";
import { Button } from "./button.tsx";
import { ConnectionTrouble } from "./connection-trouble.tsx";
import { ErrorCard } from "./error-card.tsx";
import { InstructionField } from "./instruction-field.tsx";
import { jobProgress } from "./job-progress.ts";
import { ProgressLine } from "./progress-line.tsx";

/** An instruction that raised a question must be answered before it can run. */
function isRiddle({ understanding }: UiState): boolean {
  return understanding.kind === "known" && understanding.plan.operations.length === 0;
}

function ApplyButton({ changes }: { readonly changes: readonly Change[] }) {
  const { state, dispatch, go } = usePanel();
  const m = useMessages().edit;
  const instructed = state.instruction.trim() !== "";
  const nothing = changes.length === 0 && !instructed;
  const offline = state.connection.kind !== "connected";
  const why = offline ? m.offline : nothing ? m.nothing : "";
  const total = changes.length + (instructed ? 1 : 0);
  return (
    <>
      <Button
        kind="primary"
        disabled={offline || nothing || (instructed && isRiddle(state))}
        describedBy="apply-why"
        onClick={() => dispatch({ type: "apply", ...go() })}
      >
        {total > 0 && changes.length > 0 ? m.applyRows(total) : m.apply}
        <kbd>{APPLY_KEYS}</kbd>
      </Button>
      <p id="apply-why" class="hint apply-why">
        {why}
      </p>
    </>
  );
}

const APPLY_KEYS = /Mac/.test(navigator.platform) ? "⌘↵" : "Ctrl ↵";

function JobError() {
  const { state, dispatch, go } = usePanel();
  const { job } = state;
  if (job.kind !== "failed") return null;
  const retry = () => (job.placing ? dispatch({ type: "place.retried" }) : dispatch({ type: "apply", ...go() }));
  return <ErrorCard error={job.error} onRetry={retry} onDismiss={() => dispatch({ type: "dismissed" })} />;
}

/** The foot of the edit screen, always in view: the instruction, and Apply, or what is under way, or what went wrong. */
export function ApplyBar({ changes }: { readonly changes: readonly Change[] }) {
  const { state, dispatch } = usePanel();
  const progress = jobProgress(state.job, useMessages().progress);
  return (
    <footer class="foot">
      <fieldset disabled={progress !== undefined}>
        <InstructionField />
      </fieldset>
      <ConnectionTrouble />
      <JobError />
      {progress ? (
        <ProgressLine {...progress} onCancel={progress.cancellable ? () => dispatch({ type: "cancel" }) : undefined} />
      ) : (
        <ApplyButton changes={changes} />
      )}
    </footer>
  );
}
